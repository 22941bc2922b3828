package io.bitten.local.mt5;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An account's positions, history and balance. Not safe for threads; its terminal is. */
final class Book {
  private final BookFile file;
  private final SortedMap<Long, Holding> open = new TreeMap<>();
  private final List<Deal> deals = new ArrayList<>();
  private final NakedLog naked = new NakedLog();
  private BigDecimal balance;
  private long lastTicket;

  /** Continues from the file. */
  Book(BookFile file, BigDecimal openingBalance, long firstTicket) {
    this.file = file;
    this.balance = openingBalance;
    this.lastTicket = firstTicket;
    file.read().forEach(this::take);
  }

  /** A number that was never given out before. */
  long nextTicket() {
    return ++lastTicket;
  }

  long lastTicket() {
    return lastTicket;
  }

  /** Writes the change down, then makes it. */
  void record(BookEntry entry) {
    file.append(entry);
    take(entry);
  }

  List<Holding> open() {
    return List.copyOf(open.values());
  }

  int openCount() {
    return open.size();
  }

  Optional<Holding> open(long ticket) {
    return Optional.ofNullable(open.get(ticket));
  }

  /** Whether there ever was such a position. */
  boolean known(long ticket) {
    return open.containsKey(ticket) || deals.stream().anyMatch(deal -> deal.position() == ticket);
  }

  List<Deal> deals() {
    return List.copyOf(deals);
  }

  BigDecimal balance() {
    return balance;
  }

  List<Naked> naked(Instant now) {
    return naked.spells(now);
  }

  private void take(BookEntry entry) {
    Holding position = entry.position();
    for (Deal deal : entry.deals()) {
      deals.add(deal);
      balance = balance.add(deal.net());
      lastTicket = Math.max(lastTicket, Math.max(deal.ticket(), deal.order()));
    }
    lastTicket = Math.max(lastTicket, position.ticket());
    if (position.isOpen()) {
      open.put(position.ticket(), position);
    } else {
      open.remove(position.ticket());
    }
    naked.see(position);
  }
}
