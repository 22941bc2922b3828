package io.bitten.local.telegram;

import java.util.Map;

/**
 * Character references in HTML. Telegram knows four names; any other name is kept as it is written,
 * so {@code &nbsp;} and {@code &apos;} show literally. Every number works. The semicolon may be
 * missing.
 */
final class HtmlEntity {
  private static final Map<String, Integer> NAMES =
      Map.of("lt", (int) '<', "gt", (int) '>', "amp", (int) '&', "quot", (int) '"');
  private static final int MAX_LENGTH = 9;

  private HtmlEntity() {}

  /** Copies the reference that starts here, decoded if it is one. */
  static void copy(HtmlCursor in, StringBuilder out) {
    int length = in.next(1) == '#' ? numberLength(in) : nameLength(in);
    int code = in.next(1) == '#' ? number(in, length) : name(in, length);
    if (code == 0) {
      out.append('&');
      in.advance(1);
    } else {
      out.appendCodePoint(code);
      in.advance(in.next(length) == ';' ? length + 1 : length);
    }
  }

  private static int nameLength(HtmlCursor in) {
    int length = 1;
    while (length <= MAX_LENGTH && isLetter(in.next(length))) {
      length++;
    }
    return length;
  }

  private static int name(HtmlCursor in, int length) {
    return NAMES.getOrDefault(text(in, 1, length), 0);
  }

  private static int numberLength(HtmlCursor in) {
    boolean hex = in.next(2) == 'x';
    int length = hex ? 3 : 2;
    while (length <= MAX_LENGTH && isDigit(in.next(length), hex ? 16 : 10)) {
      length++;
    }
    return length;
  }

  private static int number(HtmlCursor in, int length) {
    boolean hex = in.next(2) == 'x';
    String digits = text(in, hex ? 3 : 2, length);
    if (digits.isEmpty() || length > MAX_LENGTH) {
      return 0;
    }
    long code = Long.parseLong(digits, hex ? 16 : 10);
    return code >= Character.MAX_CODE_POINT ? 0 : (int) code;
  }

  private static String text(HtmlCursor in, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(in.next(i));
    }
    return text.toString();
  }

  private static boolean isDigit(char c, int radix) {
    return c < 128 && Character.digit(c, radix) >= 0;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
