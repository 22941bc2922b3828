package io.bitten.adapters.farm;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.terminal.TerminalFields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether an account holds every position by itself, as its farm tells. Where an account nets, one
 * position holds what several orders and a hand opened, and closing it closes all of that.
 */
final class MarginMode {
  /** ENUM_ACCOUNT_MARGIN_MODE in words, and its number as some farms write it. */
  private static final Set<String> HEDGING =
      Set.of("hedging", "hedge", "retail_hedging", "account_margin_mode_retail_hedging", "2");

  private static final String MODE = "margin_mode";
  private static final String FLAG = "hedging";

  private final Map<String, String> others = new ConcurrentHashMap<>();

  /** Takes what one of the farm's answers says about the account; most say nothing. */
  void told(String path, Fields account) {
    other(account).ifPresentOrElse(said -> others.put(path, said), () -> others.remove(path));
  }

  /** What the farm says the account is instead of a hedging one; empty when it does not. */
  Optional<String> netting() {
    return others.values().stream().findFirst();
  }

  private static Optional<String> other(Fields account) {
    try {
      String mode = TerminalFields.either(account, MODE);
      if (!mode.isEmpty() && !HEDGING.contains(mode.toLowerCase(Locale.ROOT))) {
        return Optional.of(MODE + " " + mode);
      }
      return account.has(FLAG) && !account.flag(FLAG)
          ? Optional.of(FLAG + " false")
          : Optional.empty();
    } catch (BadJson e) {
      // It says something about it, and not that it is one: nothing is opened, all else goes on.
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
