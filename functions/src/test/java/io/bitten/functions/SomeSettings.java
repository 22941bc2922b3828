package io.bitten.functions;

import java.util.HashMap;
import java.util.Map;

/** Settings of a test; every secret is obviously none. */
public final class SomeSettings {
  public static final String WEBHOOK_SECRET = "not-a-secret-webhook";
  public static final String STRIPE_SECRET = "whsec_not_a_secret";
  public static final String BOT_TOKEN = "123456:not-a-token";
  public static final String TAP_KEY = "not-a-secret-only-a-test";

  private SomeSettings() {}

  public static Settings all() {
    return Settings.of(values());
  }

  /** All but one. */
  public static Settings without(String name) {
    Map<String, String> values = new HashMap<>(values());
    values.remove(name);
    return Settings.of(values);
  }

  private static Map<String, String> values() {
    return Map.of(
        "TELEGRAM_WEBHOOK_SECRET", WEBHOOK_SECRET,
        "TELEGRAM_BOT_TOKEN", BOT_TOKEN,
        "STRIPE_WEBHOOK_SECRET", STRIPE_SECRET,
        "SESSION_KEY", "not-a-session-key",
        "TAP_KEY", TAP_KEY,
        "SIMULATED", "Simulated market and broker");
  }
}
