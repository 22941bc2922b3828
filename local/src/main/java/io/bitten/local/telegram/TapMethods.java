package io.bitten.local.telegram;

import java.time.Duration;
import java.util.Map;

/** Answering a tap. */
final class TapMethods {
  static final int MAX_TEXT = 200;

  /**
   * An answer later than this after the tap is refused. Telegram publishes no figure; bots meet the
   * refusal after some ten seconds.
   */
  static final Duration ANSWERABLE = Duration.ofSeconds(15);

  private final ChatBook book;

  TapMethods(ChatBook book) {
    this.book = book;
  }

  Map<String, ApiMethod> all() {
    return Map.of("answerCallbackQuery", this::answerCallbackQuery);
  }

  private ApiAnswer.Ok answerCallbackQuery(Params params) throws Refused {
    String text = params.text("text");
    if (text.length() > MAX_TEXT) {
      throw Refused.badRequest("MESSAGE_TOO_LONG");
    }
    String url = params.text("url");
    if (!url.isEmpty() && Links.checked(url).isEmpty()) {
      throw Refused.badRequest("URL_INVALID");
    }
    Tap tap =
        book.tap(params.text("callback_query_id").strip())
            .filter(asked -> asked.state() instanceof Tap.Pending)
            .filter(asked -> !asked.at().plus(ANSWERABLE).isBefore(book.now()))
            .orElseThrow(TapMethods::tooOld);
    Chat chat = book.chat(tap.chatId()).orElseThrow(TapMethods::tooOld);
    Tap.Look look = params.flag("show_alert") ? Tap.Look.ALERT : Tap.Look.TOAST;
    book.keep(chat, tap.with(new Tap.Answered(text, look, url)));
    return ApiAnswer.Ok.yes();
  }

  private static Refused tooOld() {
    return Refused.badRequest(
        "query is too old and response timeout expired or query ID is invalid");
  }
}
