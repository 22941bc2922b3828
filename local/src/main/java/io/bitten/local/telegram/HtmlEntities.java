package io.bitten.local.telegram;

import java.util.List;

/** What a closed HTML tag means for the text inside it. */
final class HtmlEntities {

  /** From {@code offset} to the end of {@code out}, with the start tag's argument. */
  record Span(CharSequence out, int offset, String argument) {
    int length() {
      return out.length() - offset;
    }

    Entity as(EntityType type, String value) {
      return new Entity(type, offset, length(), value);
    }

    boolean covers(Entity entity) {
      return entity.offset() == offset && entity.length() == length();
    }
  }

  private HtmlEntities() {}

  static void add(List<Entity> entities, String tag, Span span) throws Refused {
    switch (tag) {
      case "b", "strong" -> entities.add(span.as(EntityType.BOLD, ""));
      case "i", "em" -> entities.add(span.as(EntityType.ITALIC, ""));
      case "u", "ins" -> entities.add(span.as(EntityType.UNDERLINE, ""));
      case "s", "strike", "del" -> entities.add(span.as(EntityType.STRIKETHROUGH, ""));
      case "span", "tg-spoiler" -> entities.add(span.as(EntityType.SPOILER, ""));
      case "blockquote" -> entities.add(span.as(quote(span.argument()), ""));
      case "tg-emoji" -> entities.add(span.as(EntityType.CUSTOM_EMOJI, emoji(span.argument())));
      case "tg-time" -> entities.add(span.as(EntityType.DATE_TIME, time(span.argument())));
      case "a" -> link(entities, span);
      case "pre" -> pre(entities, span);
      case "code" -> code(entities, span);
      default -> throw new IllegalStateException("a tag without a meaning: " + tag);
    }
  }

  private static EntityType quote(String argument) {
    return argument.isEmpty() ? EntityType.BLOCKQUOTE : EntityType.EXPANDABLE_BLOCKQUOTE;
  }

  private static String emoji(String id) throws Refused {
    if (!Params.isInteger(id) || Long.parseLong(id) == 0) {
      throw HtmlText.broken("Invalid custom emoji identifier specified");
    }
    return id;
  }

  private static String time(String unix) throws Refused {
    if (!Params.isInteger(unix)) {
      throw HtmlText.broken("Invalid date_time entity: unix time expected");
    }
    return unix;
  }

  /** A link that is none is kept as text, without a complaint. */
  private static void link(List<Entity> entities, Span span) {
    String inside = span.out().subSequence(span.offset(), span.out().length()).toString();
    String address = Links.checked(span.argument().isEmpty() ? inside : span.argument());
    if (!address.isEmpty()) {
      entities.add(span.as(EntityType.TEXT_LINK, address));
    }
  }

  private static void pre(List<Entity> entities, Span span) {
    if (!entities.isEmpty()
        && entities.getLast().type() == EntityType.CODE
        && span.covers(entities.getLast())) {
      String language = entities.removeLast().argument();
      entities.add(span.as(EntityType.PRE, language));
    } else {
      entities.add(span.as(EntityType.PRE, ""));
    }
  }

  private static void code(List<Entity> entities, Span span) {
    if (!entities.isEmpty()
        && entities.getLast().type() == EntityType.PRE
        && span.covers(entities.getLast())) {
      entities.removeLast();
      entities.add(span.as(EntityType.PRE, span.argument()));
    } else {
      entities.add(span.as(EntityType.CODE, span.argument()));
    }
  }
}
