package io.bitten.functions.hud;

import io.bitten.functions.Signatures;
import io.bitten.functions.SomeSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/** What Telegram would tell a Mini App, signed with the test's token. */
public final class SignedLaunch {
  private SignedLaunch() {}

  public static String of(long telegramId, Instant at) {
    String user = "{\"id\":" + telegramId + ",\"first_name\":\"Anna & ü\"}";
    String date = Long.toString(at.getEpochSecond());
    String text = "auth_date=" + date + "\nquery_id=q1\nuser=" + user;
    byte[] key =
        Signatures.hmac("WebAppData".getBytes(StandardCharsets.UTF_8), SomeSettings.BOT_TOKEN);
    String hash = HexFormat.of().formatHex(Signatures.hmac(key, text));
    return "query_id=q1&user="
        + URLEncoder.encode(user, StandardCharsets.UTF_8)
        + "&auth_date="
        + date
        + "&hash="
        + hash;
  }
}
