package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * The bot this simulated Telegram knows.
 *
 * @param token {@code <bot id>:<secret>}, as BotFather hands out
 * @param username without {@code @}
 * @param name what people see
 */
public record BotAccount(String token, String username, String name) {
  private static final Pattern TOKEN = Pattern.compile("[1-9][0-9]{0,15}:[A-Za-z0-9_-]{3,80}");
  private static final Pattern USERNAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{3,31}");

  public BotAccount {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException("a bot token is <id>:<secret>");
    }
    if (!USERNAME.matcher(username).matches()) {
      throw new IllegalArgumentException("a bot username has 4..32 of A-Za-z0-9_: " + username);
    }
  }

  /** The number before the colon. */
  public long id() {
    return Long.parseLong(token.substring(0, token.indexOf(':')));
  }

  ObjectNode toJson() {
    return Json.object()
        .put("id", id())
        .put("is_bot", true)
        .put("first_name", name)
        .put("username", username);
  }
}
