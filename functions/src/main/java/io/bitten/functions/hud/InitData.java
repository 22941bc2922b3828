package io.bitten.functions.hud;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.functions.Signatures;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks what a Telegram Mini App says about who opened it (Telegram, "Validating data received via
 * the Mini App"): HMAC-SHA256 over the sorted fields, keyed by the bot's token.
 */
final class InitData {
  private static final int LONGEST = 4_096;
  private static final Duration OLDEST = Duration.ofHours(1);
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

  private InitData() {}

  /** What the text proves. */
  sealed interface Checked {
    record Person(long telegramId) implements Checked {}

    record Refused(String code, String sentence) implements Checked {}
  }

  static Checked check(String initData, String botToken, Instant now) {
    if (initData.length() > LONGEST) {
      return new Checked.Refused("INIT_DATA_TOO_LONG", "initData is longer than 4 KB.");
    }
    Map<String, String> fields = new TreeMap<>();
    for (String pair : initData.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length != 2 || fields.put(parts[0], decoded(parts[1])) != null) {
        return new Checked.Refused(
            "INIT_DATA_MALFORMED", "initData has a broken or doubled field.");
      }
    }
    String hash = fields.getOrDefault("hash", "");
    fields.remove("hash");
    if (!Signatures.matches(hash, List.of(expected(fields, botToken)))) {
      return new Checked.Refused("INIT_DATA_FORGED", "initData is not signed by this bot.");
    }
    return fresh(fields, now);
  }

  private static Checked fresh(Map<String, String> fields, Instant now) {
    String date = fields.getOrDefault("auth_date", "");
    if (!date.matches("[0-9]{1,12}")) {
      return new Checked.Refused("INIT_DATA_MALFORMED", "auth_date must be epoch seconds.");
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(date));
    if (at.isBefore(now.minus(OLDEST)) || at.isAfter(now.plus(CLOCK_SKEW))) {
      return new Checked.Refused("INIT_DATA_OLD", "initData must be at most an hour old.");
    }
    try {
      byte[] user = fields.getOrDefault("user", "").getBytes(StandardCharsets.UTF_8);
      return new Checked.Person(Fields.of(user).whole("id"));
    } catch (BadJson e) {
      return new Checked.Refused("INIT_DATA_MALFORMED", "user " + e.getMessage());
    }
  }

  private static String expected(Map<String, String> fields, String botToken) {
    StringBuilder text = new StringBuilder();
    fields.forEach((name, value) -> text.append('\n').append(name).append('=').append(value));
    byte[] key = Signatures.hmac("WebAppData".getBytes(StandardCharsets.UTF_8), botToken);
    return HexFormat.of().formatHex(Signatures.hmac(key, text.substring(text.isEmpty() ? 0 : 1)));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A broken escape cannot be part of what Telegram signed; the hash refuses it.
      return text;
    }
  }
}
