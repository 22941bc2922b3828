package io.bitten.local.mt5;

import io.bitten.core.market.Symbol;
import io.bitten.local.market.MarketPlayer;
import io.bitten.local.market.Recording;
import io.bitten.local.mt5.Deal.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Simulated MetaTrader 5 terminals over a played market, reached through a farm's HTTP or the files
 * of an Expert Advisor. Accounts are kept in a folder and go on after a restart.
 */
public final class Mt5Sim {
  private final Path folder;
  private final Map<String, Terminal> terminals;

  public Mt5Sim(
      MarketPlayer market, InstantSource time, Path folder, Collection<BrokerSpec> brokers) {
    if (brokers.isEmpty()) {
      throw new IllegalArgumentException("a simulator needs at least one broker");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
    this.folder = folder;
    Map<String, Terminal> made = new LinkedHashMap<>();
    brokers.forEach(it -> made.put(it.name(), new Terminal(it, market, time, folder)));
    this.terminals = Collections.unmodifiableMap(made);
  }

  /**
   * Two demo accounts in US dollars over the pairs that are played: sim-demo, and sim-suffix, whose
   * symbols end in ".m".
   */
  public static List<BrokerSpec> demoBrokers(MarketPlayer market) {
    return List.of(
        BrokerSpec.usual("sim-demo", 5_000_101, instruments(market, "")),
        BrokerSpec.usual("sim-suffix", 5_000_202, instruments(market, ".m")));
  }

  /** A usual contract for each pair that is played. */
  public static List<Instrument> instruments(MarketPlayer market, String suffix) {
    return market.symbols().stream()
        .map(symbol -> Instrument.usual(symbol, suffix, digits(market, symbol)))
        .toList();
  }

  /** In the order they were given; the first is the farm's default. */
  public Collection<Terminal> terminals() {
    return terminals.values();
  }

  public Terminal terminal(String broker) {
    if (!terminals.containsKey(broker)) {
      throw new NoSuchElementException("there is no simulated broker " + broker);
    }
    return terminals.get(broker);
  }

  /** A farm in front of all terminals, to be put on a server. */
  public Farm farm(String token, FarmProfile profile) {
    return new Farm(token, profile, terminals, new FarmMemory(folder.resolve("farm-memory.jsonl")));
  }

  /** How many deals opened a position, by magic, over all terminals. */
  public SortedMap<Long, Integer> entryDealsByMagic() {
    SortedMap<Long, Integer> counts = new TreeMap<>();
    for (Terminal terminal : terminals.values()) {
      terminal.deals().stream()
          .filter(deal -> deal.entry() == Entry.IN)
          .forEach(deal -> counts.merge(deal.magic(), 1, Integer::sum));
    }
    return counts;
  }

  /** Every stretch of time for which a position had no stop loss, over all terminals. */
  public List<Naked> naked() {
    return terminals.values().stream().flatMap(terminal -> terminal.naked().stream()).toList();
  }

  private static int digits(MarketPlayer market, Symbol symbol) {
    return market.recording(symbol).map(Recording::digits).orElseThrow();
  }
}
