package io.bitten.functions.hud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.bitten.adapters.json.Fields;
import io.bitten.core.World;
import io.bitten.core.account.UserId;
import io.bitten.functions.HttpEvent;
import io.bitten.functions.HttpReply;
import io.bitten.functions.Settings;
import java.time.Instant;

/** Exchanges a Mini App's {@code initData} for a short session token. */
final class Login {
  private static final int LONGEST = 8_192;
  private static final int MOST_BYTES = 64 * 1_024;

  private final World world;
  private final Settings settings;
  private final SessionTokens sessions;

  Login(World world, Settings settings, SessionTokens sessions) {
    this.world = world;
    this.settings = settings;
    this.sessions = sessions;
  }

  HttpReply answer(HttpEvent event) {
    byte[] body = event.body();
    if (body.length > MOST_BYTES) {
      return HttpReply.problem(413, "TOO_LARGE", "The body is larger than 64 KB.");
    }
    String initData = Fields.of(body).text("init_data", LONGEST);
    Instant now = settings.realTime().instant();
    return switch (InitData.check(initData, settings.requiredSecret("TELEGRAM_BOT_TOKEN"), now)) {
      case InitData.Checked.Refused no -> HttpReply.problem(401, no.code(), no.sentence());
      case InitData.Checked.Person person -> session(UserId.ofTelegram(person.telegramId()), now);
    };
  }

  private HttpReply session(UserId user, Instant now) {
    if (world.traders().find(user).isEmpty()) {
      return HttpReply.problem(403, "UNKNOWN_TRADER", "Please say /start to the bot first.");
    }
    return HttpReply.json(
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("token", sessions.issue(user, now))
            .put("user_id", user.value())
            .put("expires_at", now.plus(SessionTokens.LIFE).toString()));
  }
}
