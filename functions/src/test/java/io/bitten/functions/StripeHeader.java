package io.bitten.functions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/** Signs as Stripe does. */
public final class StripeHeader {
  private StripeHeader() {}

  public static String of(String body, Instant at) {
    byte[] key = SomeSettings.STRIPE_SECRET.getBytes(StandardCharsets.UTF_8);
    long seconds = at.getEpochSecond();
    byte[] signature = Signatures.hmac(key, seconds + "." + body);
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(signature);
  }
}
