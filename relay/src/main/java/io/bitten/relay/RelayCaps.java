package io.bitten.relay;

import io.bitten.core.market.Lots;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.Terms;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * The owner of the machine's own limits. They win over whatever the cloud says.
 *
 * @param symbols what may be opened; empty allows every symbol
 * @param from the first UTC time of day at which positions may be opened
 * @param until the first UTC time of day at which they may not; equal to {@code from} for no limit
 */
public record RelayCaps(
    Lots maxLots, int maxOpen, Set<Symbol> symbols, LocalTime from, LocalTime until) {

  private static final int UNLIMITED = Integer.MAX_VALUE;

  /** Why an entry is not sent. */
  record Breach(String code, String sentence) {}

  public RelayCaps {
    symbols = Set.copyOf(symbols);
    if (maxOpen < 0) {
      throw new IllegalArgumentException("max open must not be negative: " + maxOpen);
    }
  }

  /** Limits that no entry reaches. */
  public static RelayCaps none() {
    return new RelayCaps(
        Lots.of("1000"), UNLIMITED, Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
  }

  /** Whether there is a limit on open positions, for which they have to be known. */
  boolean limitsOpen() {
    return maxOpen < UNLIMITED;
  }

  /**
   * The first limit that the terms would break, with this many orders already open or on their way.
   */
  Optional<Breach> breach(Terms terms, int open, Instant now) {
    if (terms.lots().compareTo(maxLots) > 0) {
      return Optional.of(
          new Breach(
              "RELAY_CAP_LOTS",
              "This machine opens at most " + maxLots + " lots, not " + terms.lots() + "."));
    }
    if (open >= maxOpen) {
      return Optional.of(
          new Breach(
              "RELAY_CAP_OPEN", "This machine holds at most " + maxOpen + " open positions."));
    }
    if (!symbols.isEmpty() && !symbols.contains(terms.symbol())) {
      return Optional.of(
          new Breach("RELAY_CAP_SYMBOL", "This machine does not trade " + terms.symbol() + "."));
    }
    if (!within(LocalTime.ofInstant(now, ZoneOffset.UTC))) {
      return Optional.of(
          new Breach(
              "RELAY_CAP_HOURS",
              "This machine opens positions from " + from + " to " + until + " UTC alone."));
    }
    return Optional.empty();
  }

  private boolean within(LocalTime time) {
    if (from.equals(until)) {
      return true;
    }
    boolean afterStart = !time.isBefore(from);
    boolean beforeEnd = time.isBefore(until);
    return from.isBefore(until) ? afterStart && beforeEnd : afterStart || beforeEnd;
  }
}
