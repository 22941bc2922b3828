package io.bitten.local.telegram;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads the text of a message to send or to edit. */
final class MessageText {
  /** After parsing, in UTF-16 units. */
  static final int MAX_LENGTH = 4096;

  /** Before parsing. */
  static final int MAX_BYTES = 1 << 15;

  private static final List<String> NOT_SIMULATED =
      List.of("entities", "business_connection_id", "inline_message_id", "rich_message");

  private MessageText() {}

  static FormattedText of(Params params) throws Refused {
    for (String name : NOT_SIMULATED) {
      if (params.has(name)) {
        throw Refused.badRequest("parameter " + name + " is not simulated here");
      }
    }
    String text = params.text("text");
    if (text.isEmpty()) {
      throw Refused.badRequest("message text is empty");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw Refused.badRequest("text is too long");
    }
    FormattedText parsed = parsed(text, params.text("parse_mode")).trimmed();
    if (parsed.text().isEmpty()) {
      throw Refused.badRequest("text must be non-empty");
    }
    if (parsed.text().length() > MAX_LENGTH) {
      throw Refused.badRequest("message is too long");
    }
    return parsed.withCommands();
  }

  private static FormattedText parsed(String text, String mode) throws Refused {
    return switch (mode.toLowerCase(Locale.ROOT)) {
      case "", "none" -> FormattedText.plain(text);
      case "html" -> HtmlText.parse(text);
      case "markdown", "markdownv2" ->
          throw Refused.badRequest("parse_mode Markdown is not simulated here, use HTML");
      default -> throw Refused.badRequest("unsupported parse_mode");
    };
  }
}
