package io.bitten.functions.hud;

import io.bitten.core.account.UserId;
import io.bitten.functions.Signatures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Short session tokens: {@code user.expiry.mac}, HMAC-SHA256 with the session key. */
final class SessionTokens {
  static final Duration LIFE = Duration.ofMinutes(15);
  private static final int LONGEST = 200;

  private final Supplier<String> key;

  /**
   * @param key what it is now, asked at each use
   */
  SessionTokens(Supplier<String> key) {
    this.key = key;
  }

  String issue(UserId user, Instant now) {
    String body = user + "." + now.plus(LIFE).getEpochSecond();
    return body + "." + mac(body);
  }

  /** Whose token this is; empty when it is forged, malformed or over. */
  Optional<UserId> read(String token, Instant now) {
    String[] parts = token.split("\\.", -1);
    if (token.length() > LONGEST || parts.length != 3 || !parts[1].matches("[0-9]{1,12}")) {
      return Optional.empty();
    }
    boolean ours = Signatures.matches(parts[2], List.of(mac(parts[0] + "." + parts[1])));
    boolean live = now.getEpochSecond() < Long.parseLong(parts[1]);
    return ours && live ? Optional.of(new UserId(parts[0])) : Optional.empty();
  }

  private String mac(String body) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            Signatures.hmac(key.get().getBytes(StandardCharsets.UTF_8), "session\n" + body));
  }
}
