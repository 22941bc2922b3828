package io.bitten.core.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telegram's HTML subset as its server reads it: known tags, closed in order, four named entities.
 */
final class StrictHtml {
  private static final Set<String> TAGS = Set.of("b", "i", "code", "u", "s", "pre");
  private static final Pattern PART =
      Pattern.compile("<(/?)([a-z]+)>|&(lt|gt|amp|quot|#[0-9]{1,6});|[^<>&]");
  private static final int LONGEST = 4_096;

  private StrictHtml() {}

  /** Empty when the text is valid, else what is wrong. */
  static String problem(String html) {
    if (html.isBlank() || html.length() > LONGEST) {
      return "length " + html.length();
    }
    Deque<String> open = new ArrayDeque<>();
    Matcher part = PART.matcher(html);
    int at = 0;
    while (at < html.length()) {
      if (!part.find(at) || part.start() != at) {
        return "at " + at + ": " + html.substring(at);
      }
      if (part.group(2) != null) {
        if (!TAGS.contains(part.group(2))) {
          return "unknown tag " + part.group(2);
        }
        if (part.group(1).isEmpty()) {
          open.push(part.group(2));
        } else if (open.isEmpty() || !open.pop().equals(part.group(2))) {
          return "closed out of order at " + at;
        }
      }
      at = part.end();
    }
    return open.isEmpty() ? "" : "unclosed " + open;
  }
}
