package io.bitten.core.chat;

import io.bitten.core.account.DemoPool;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the operator sets for the chat.
 *
 * @param tapSecret signs the buttons, as it is now; at least 16 characters
 * @param botName the bot's user name without @; empty when unknown
 * @param demoPool accounts that are lent to new traders
 * @param simulated what is not real, for example "Simulated market and broker"; empty when all is
 *     real
 * @param hudUrl where the HUD is; empty when there is none
 * @param admins Telegram ids of the operators
 */
public record ChatSettings(
    Supplier<String> tapSecret,
    String botName,
    DemoPool demoPool,
    String simulated,
    String hudUrl,
    Set<Long> admins) {
  public ChatSettings {
    admins = Set.copyOf(admins);
  }
}
