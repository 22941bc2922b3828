package io.bitten.local.telegram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads {@code parse_mode=HTML} as strictly as Telegram does: the same tags, the same four named
 * entities, and the same complaints with byte offsets (rules of parse_html in tdlib/td,
 * MessageEntity.cpp).
 */
final class HtmlText {
  private static final Set<String> TAGS =
      Set.of(
          "a",
          "b",
          "strong",
          "i",
          "em",
          "s",
          "strike",
          "del",
          "u",
          "ins",
          "tg-spoiler",
          "tg-emoji",
          "tg-time",
          "span",
          "pre",
          "code",
          "blockquote");
  private static final char END = HtmlCursor.END;

  private record Open(String tag, String argument, int offset) {}

  private final HtmlCursor in;
  private final StringBuilder out = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Entity> entities = new ArrayList<>();

  private HtmlText(String in) {
    this.in = new HtmlCursor(in);
  }

  /** The text with its formatting, or a refusal that says where it is broken. */
  static FormattedText parse(String html) throws Refused {
    return new HtmlText(html.replace(END, ' ')).read();
  }

  private FormattedText read() throws Refused {
    while (!in.atEnd()) {
      char c = in.next();
      if (c == '<') {
        tag();
      } else if (c == '&') {
        HtmlEntity.copy(in, out);
      } else {
        out.append(c);
        in.advance(1);
      }
    }
    if (!open.isEmpty()) {
      throw broken("Can't find end tag corresponding to start tag \"" + open.peek().tag() + "\"");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(out)) {
      throw broken(
          "Text contains invalid Unicode characters after decoding HTML entities, check for "
              + "unmatched surrogate code units");
    }
    entities.sort(Entity.OUTER_FIRST);
    entities.replaceAll(HtmlText::withoutLanguage);
    return new FormattedText(out.toString(), entities);
  }

  /** A language belongs to {@code pre}; on {@code code} alone it is dropped. */
  private static Entity withoutLanguage(Entity entity) {
    return entity.type() == EntityType.CODE
        ? new Entity(EntityType.CODE, entity.offset(), entity.length(), "")
        : entity;
  }

  private void tag() throws Refused {
    int begin = in.at();
    in.advance(1);
    if (in.next() == '/') {
      endTag(begin);
    } else {
      startTag(begin);
    }
  }

  private void startTag(int begin) throws Refused {
    while (!HtmlCursor.isSpace(in.next()) && in.next() != '>') {
      in.advance(1);
    }
    if (in.next() == END) {
      throw broken("Unclosed start tag" + in.offset(begin));
    }
    String tag = in.from(begin + 1).toLowerCase(Locale.ROOT);
    if (!TAGS.contains(tag)) {
      throw broken("Unsupported start tag \"" + tag + "\"" + in.offset(begin));
    }
    String argument = "";
    in.skipSpaces();
    while (in.next() != '>') {
      String found = attribute(tag, begin);
      argument = found.isEmpty() ? argument : found;
      in.skipSpaces();
    }
    in.advance(1);
    if (tag.equals("span") && !argument.equals("spoiler")) {
      throw broken("Tag \"span\" must have class \"tg-spoiler\"" + in.offset(begin));
    }
    open.push(new Open(tag, argument, out.length()));
  }

  /** Reads one attribute; answers what it means for the tag, empty when nothing. */
  private String attribute(String tag, int begin) throws Refused {
    int nameBegin = in.at();
    while (!HtmlCursor.isSpace(in.next()) && in.next() != '=' && in.next() != '>') {
      in.advance(1);
    }
    String name = in.from(nameBegin);
    if (in.next() == END) {
      throw broken("Unclosed start tag" + in.offset(begin));
    }
    if (name.isEmpty()) {
      throw broken("Empty attribute name in the tag \"" + tag + "\"" + in.offset(begin));
    }
    in.skipSpaces();
    if (in.next() != '=') {
      if (tag.equals("blockquote") && name.equals("expandable")) {
        return "expandable";
      }
      throw broken(
          "Expected equal sign in declaration of an attribute of the tag \""
              + tag
              + "\""
              + in.offset(begin));
    }
    in.advance(1);
    in.skipSpaces();
    String value = in.next() == '"' || in.next() == '\'' ? quoted() : nameToken();
    if (in.next() == END) {
      throw broken("Unclosed start tag" + in.offset(begin));
    }
    return meaning(tag, name, value);
  }

  private String quoted() {
    char quote = in.next();
    in.advance(1);
    StringBuilder value = new StringBuilder();
    while (in.next() != quote && in.next() != END) {
      if (in.next() == '&') {
        HtmlEntity.copy(in, value);
      } else {
        value.append(in.next());
        in.advance(1);
      }
    }
    if (in.next() == quote) {
      in.advance(1);
    }
    return value.toString();
  }

  private String nameToken() throws Refused {
    int begin = in.at();
    while (isAlphanumeric(in.next()) || in.next() == '.' || in.next() == '-') {
      in.advance(1);
    }
    if (!HtmlCursor.isSpace(in.next()) && in.next() != '>') {
      throw broken("Unexpected end of name token" + in.offset(begin));
    }
    return in.from(begin).toLowerCase(Locale.ROOT);
  }

  private static String meaning(String tag, String name, String value) {
    return switch (tag + " " + name) {
      case "a href", "tg-emoji emoji-id", "tg-time unix" -> value;
      case "code class" -> value.startsWith("language-") ? value.substring(9) : "";
      case "span class" -> value.startsWith("tg-") ? value.substring(3) : "";
      case "blockquote expandable" -> "expandable";
      default -> "";
    };
  }

  private void endTag(int begin) throws Refused {
    if (open.isEmpty()) {
      throw broken("Unexpected end tag" + in.offset(begin));
    }
    while (!HtmlCursor.isSpace(in.next()) && in.next() != '>') {
      in.advance(1);
    }
    String tag = in.from(begin + 2).toLowerCase(Locale.ROOT);
    in.skipSpaces();
    if (in.next() != '>') {
      throw broken("Unclosed end tag" + in.offset(begin));
    }
    in.advance(1);
    Open opened = open.pop();
    if (!tag.isEmpty() && !tag.equals(opened.tag())) {
      throw broken(
          "Unmatched end tag"
              + in.offset(begin)
              + ", expected \"</"
              + opened.tag()
              + ">\", found \"</"
              + tag
              + ">\"");
    }
    if (out.length() > opened.offset()) {
      HtmlEntities.add(
          entities, opened.tag(), new HtmlEntities.Span(out, opened.offset(), opened.argument()));
    }
  }

  static Refused broken(String why) {
    return Refused.badRequest("can't parse entities: " + why);
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
