package io.bitten.adapters.telegram;

/** A stranger's text without what only misleads: controls, direction marks, half characters. */
final class CleanText {
  private CleanText() {}

  /** At most {@code longest} characters, never half of one. */
  static String of(String text, int longest) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), longest));
    int index = 0;
    while (index < text.length()) {
      int point = text.codePointAt(index);
      index += Character.charCount(point);
      if (clean.length() + Character.charCount(point) > longest) {
        break;
      }
      if (Character.isWhitespace(point)) {
        clean.append(' ');
      } else if (!misleading(point)) {
        clean.appendCodePoint(point);
      }
    }
    return clean.toString().strip();
  }

  private static boolean misleading(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE;
  }
}
