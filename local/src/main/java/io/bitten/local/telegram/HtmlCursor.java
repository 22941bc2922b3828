package io.bitten.local.telegram;

import java.nio.charset.StandardCharsets;

/** A place in a text that is read from the left. */
final class HtmlCursor {
  /** What is seen past the end; counts as a space. */
  static final char END = 0;

  private final String text;
  private int at;

  HtmlCursor(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  char next() {
    return next(0);
  }

  char next(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  void advance(int characters) {
    at += characters;
  }

  void skipSpaces() {
    while (next() != END && isSpace(next())) {
      at++;
    }
  }

  /** What was read since {@code begin}. */
  String from(int begin) {
    return text.substring(begin, at);
  }

  /** Where {@code begin} is, as Telegram counts in its complaints. */
  String offset(int begin) {
    int bytes = text.substring(0, begin).getBytes(StandardCharsets.UTF_8).length;
    return " at byte offset " + bytes;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u000b' || c == END;
  }
}
