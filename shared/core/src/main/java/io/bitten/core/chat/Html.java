package io.bitten.core.chat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text in Telegram's HTML subset. The only way to make markup: whatever is not already {@code Html}
 * is escaped, so a name such as {@code <b>} stays a name.
 */
public final class Html {
  private static final Html EMPTY = new Html("");

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  public static Html empty() {
    return EMPTY;
  }

  /** The parts one after the other; every part that is not Html is escaped. */
  public static Html of(Object... parts) {
    return new Html(Arrays.stream(parts).map(Html::markup).collect(Collectors.joining()));
  }

  public static Html b(Object... parts) {
    return new Html("<b>" + of(parts) + "</b>");
  }

  public static Html i(Object... parts) {
    return new Html("<i>" + of(parts) + "</i>");
  }

  public static Html code(Object text) {
    return new Html("<code>" + markup(text) + "</code>");
  }

  /** One line each, without the empty ones. */
  public static Html lines(Html... lines) {
    return lines(List.of(lines));
  }

  /** One line each, without the empty ones. */
  public static Html lines(List<Html> lines) {
    return new Html(
        lines.stream()
            .filter(line -> !line.isEmpty())
            .map(line -> line.markup)
            .collect(Collectors.joining("\n")));
  }

  /** The first lines, and how many are left out, so that a message is never too long to send. */
  static List<Html> first(int most, List<Html> all, String where) {
    int more = all.size() - most;
    return more <= 0
        ? all
        : Stream.concat(
                all.stream().limit(most), Stream.of(Html.of("· and ", more, " more", where)))
            .toList();
  }

  /** Paragraphs with a blank line between them, without the empty ones. */
  public static Html paragraphs(Html... paragraphs) {
    return new Html(
        Arrays.stream(paragraphs)
            .filter(paragraph -> !paragraph.isEmpty())
            .map(paragraph -> paragraph.markup)
            .collect(Collectors.joining("\n\n")));
  }

  public boolean isEmpty() {
    return markup.isEmpty();
  }

  /** The markup, ready to be sent. */
  @Override
  public String toString() {
    return markup;
  }

  private static String markup(Object part) {
    return part instanceof Html html ? html.markup : escaped(String.valueOf(part));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
