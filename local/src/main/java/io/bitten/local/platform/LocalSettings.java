package io.bitten.local.platform;

import io.bitten.adapters.telegram.BotApi;
import io.bitten.adapters.telegram.TelegramUnavailable;
import io.bitten.local.runtime.LocalStack;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What the functions and the relay of a local platform are set to. */
record LocalSettings(PlatformPlan plan, Outside outside, LocalKeys keys, Simulators simulators) {
  /** The simulated bot's user name. */
  static final String BOT = "bitten_local_bot";

  /** The functions' variables as the template gives them, with this machine's addresses. */
  Map<String, String> on(LocalStack stack) {
    Map<String, String> values = new HashMap<>(stack.template().environment());
    values.putAll(keys.byName());
    values.put("TELEGRAM_API_URL", stack.doors() + Places.TELEGRAM);
    values.put("SIMULATED", outside.simulated(plan.market().label()));
    values.putAll(simulators.brokerSettings());
    if (!outside.market()) {
      values.putAll(simulators.marketSettings(plan.market()));
    }
    values.putAll(outside.settings());
    values.put("TELEGRAM_BOT_NAME", outside.telegram() ? realName(values) : BOT);
    return values;
  }

  private static String realName(Map<String, String> values) {
    URI api = URI.create(values.get("TELEGRAM_API_URL"));
    try {
      return new BotApi(api, values.get("TELEGRAM_BOT_TOKEN")).name();
    } catch (TelegramUnavailable e) {
      throw new IllegalStateException(
          "Telegram at %s does not tell the bot's name".formatted(api), e);
    }
  }
}
