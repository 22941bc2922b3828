package io.bitten.functions.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.adapters.telegram.TelegramUpdate;
import io.bitten.adapters.telegram.UpdateParser;
import io.bitten.core.World;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Memos;
import io.bitten.core.chat.TapDoor;
import io.bitten.core.chat.TapRoute;
import io.bitten.core.chat.WayOut;
import io.bitten.functions.HttpEvent;
import io.bitten.functions.HttpReply;
import io.bitten.functions.RateLimit;
import io.bitten.functions.Settings;
import io.bitten.functions.Signatures;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Verifies an update, sends it to its queue, remembers it, answers. A crash before the memo brings
 * the update again: every consumer knows a repeat.
 */
final class TelegramDoor {
  private static final String SECRET_HEADER = "x-telegram-bot-api-secret-token";
  private static final int MOST_BYTES = 1 << 20;
  private static final int REQUESTS = 30;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final World world;
  private final Settings settings;
  private final TapDoor taps;
  private final WayOut wayOut;
  private final RateLimit limit = new RateLimit(REQUESTS, WINDOW);

  /** Whoever wants out of the market does not wait for what else was asked. */
  private final RateLimit wayOutLimit = new RateLimit(REQUESTS, WINDOW);

  /** Who was told to wait. */
  private final RateLimit told = new RateLimit(1, WINDOW);

  TelegramDoor(World world, Settings settings) {
    this.world = world;
    this.settings = settings;
    Supplier<String> tapKey = () -> settings.requiredSecret("TAP_KEY");
    this.taps = new TapDoor(world, tapKey);
    this.wayOut = new WayOut(tapKey, settings.text("TELEGRAM_BOT_NAME"));
  }

  HttpReply answer(HttpEvent event) {
    String secret = event.header(SECRET_HEADER);
    if (!Signatures.matches(secret, settings.secrets("TELEGRAM_WEBHOOK_SECRET"))) {
      return HttpReply.problem(401, "WRONG_SECRET", "The secret header is missing or wrong.");
    }
    byte[] body = event.body();
    if (body.length > MOST_BYTES) {
      return HttpReply.problem(413, "TOO_LARGE", "The body is larger than 1 MB.");
    }
    if (!event.isJson()) {
      return HttpReply.problem(415, "NOT_JSON", "The content type must be application/json.");
    }
    return switch (UpdateParser.parse(body)) {
      case TelegramUpdate.Bad bad ->
          HttpReply.problem(400, "BAD_UPDATE", bad.field(), bad.sentence());
      case TelegramUpdate.Ignored ignored -> HttpReply.taken();
      case TelegramUpdate.Taken taken -> said(taken.incoming());
      case TelegramUpdate.Tap tap -> tapped(tap);
    };
  }

  private HttpReply said(Incoming incoming) {
    if (seen(incoming)) {
      return HttpReply.taken();
    }
    Instant now = world.time().instant();
    long wait = secondsToWait(incoming, now);
    if (wait > 0) {
      return dropped(incoming, wait, now);
    }
    world.queues().update(incoming);
    remember(incoming, now);
    return HttpReply.taken();
  }

  /**
   * Taken and left. Telegram brings one chat's updates strictly in order, so a refusal would hold
   * back the panic behind it.
   */
  private HttpReply dropped(Incoming incoming, long wait, Instant now) {
    boolean tell =
        incoming instanceof Incoming.Said
            && incoming.chat().value() > 0
            && told.take(incoming.user().value(), now) == 0;
    return tell
        ? HttpReply.json(
            200,
            JsonNodeFactory.instance
                .objectNode()
                .put("method", "sendMessage")
                .put("chat_id", incoming.chat().value())
                .put(
                    "text",
                    "Too many messages. This one was not read; please wait " + wait + " s."))
        : HttpReply.taken();
  }

  private HttpReply tapped(TelegramUpdate.Tap tap) {
    Incoming.Tapped tapped = tap.tapped();
    Instant now = world.time().instant();
    long wait = secondsToWait(tapped, now);
    if (wait > 0) {
      return alert(tap, "Too many taps. Please wait " + wait + " s. Nothing was done.");
    }
    return switch (taps.take(tapped)) {
      case TapRoute.ToFires fires -> toast(tap, fires.answer());
      case TapRoute.ToUpdates updates -> toast(tap, updates.answer());
      case TapRoute.Late late -> alert(tap, late.answer());
      case TapRoute.Nowhere nowhere -> alert(tap, nowhere.answer());
      case TapRoute.Repeat repeat -> HttpReply.taken();
    };
  }

  /** 0 when it is taken. */
  private long secondsToWait(Incoming incoming, Instant now) {
    RateLimit its = wayOut.is(incoming) ? wayOutLimit : limit;
    return its.take(incoming.user().value(), now);
  }

  private static HttpReply toast(TelegramUpdate.Tap tap, String text) {
    return HttpReply.json(200, callback(tap, text));
  }

  private static HttpReply alert(TelegramUpdate.Tap tap, String text) {
    return HttpReply.json(200, callback(tap, text).put("show_alert", true));
  }

  /** The answer's own body calls the method and ends the button's progress bar at once. */
  private static ObjectNode callback(TelegramUpdate.Tap tap, String text) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("method", "answerCallbackQuery")
            .put("callback_query_id", tap.callbackId());
    return text.isEmpty() ? json : json.put("text", text);
  }

  private boolean seen(Incoming incoming) {
    return world.inbox().seen(Memos.UPDATE, id(incoming));
  }

  private void remember(Incoming incoming, Instant now) {
    world.inbox().remember(Memos.UPDATE, id(incoming), now.plus(Memos.KEPT));
  }

  private static String id(Incoming incoming) {
    return Long.toString(incoming.updateId());
  }
}
