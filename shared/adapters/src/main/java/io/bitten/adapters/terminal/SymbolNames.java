package io.bitten.adapters.terminal;

import io.bitten.core.market.Symbol;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which name a broker gives to a pair: EURUSD.m, mEURUSD, EURUSD+. A pair has a name when the
 * configuration says so, or when exactly one name of the terminal's list can only mean it.
 */
public final class SymbolNames {
  private static final Pattern DRESSED = Pattern.compile("[a-z]?([A-Z]{6})(?:[^A-Z].*)?");
  private static final Set<String> CURRENCIES =
      Stream.concat(
              Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode),
              Stream.of("CNH"))
          .collect(Collectors.toUnmodifiableSet());

  private final Map<Symbol, String> configured;
  private volatile Set<String> listed = Set.of();

  /**
   * @param configured the terminal's names of pairs whose names cannot be guessed
   */
  public SymbolNames(Map<Symbol, String> configured) {
    this.configured = Map.copyOf(configured);
  }

  /** Takes the names that the terminal offers now. */
  public void list(Set<String> names) {
    listed = Set.copyOf(names);
  }

  /** Whether the terminal's own list is needed before the pair's name can be told. */
  public boolean needsList(Symbol symbol) {
    return listed.isEmpty() && !configured.containsKey(symbol);
  }

  /** The terminal's name; empty when there is none or more than one. */
  public Optional<String> terminalName(Symbol symbol) {
    String known = configured.get(symbol);
    if (known != null) {
      return Optional.of(known);
    }
    Set<String> names = listed;
    if (names.isEmpty()) {
      return Optional.of(symbol.code());
    }
    List<String> meant =
        names.stream().filter(name -> plain(name).equals(Optional.of(symbol))).toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  /** The pair that a terminal's name means; empty for everything that is no pair of currencies. */
  public Optional<Symbol> symbol(String terminalName) {
    return configured.entrySet().stream()
        .filter(entry -> entry.getValue().equals(terminalName))
        .map(Map.Entry::getKey)
        .findFirst()
        .or(() -> plain(terminalName));
  }

  private static Optional<Symbol> plain(String name) {
    Matcher dressed = DRESSED.matcher(name);
    if (!dressed.matches()) {
      return Optional.empty();
    }
    String code = dressed.group(1);
    return CURRENCIES.contains(code.substring(0, 3)) && CURRENCIES.contains(code.substring(3))
        ? Optional.of(new Symbol(code))
        : Optional.empty();
  }
}
