package io.bitten.relay;

import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderRules;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a position ended that complete looks do not hold any more: by its exit deal, or, where no
 * history will ever tell one, when a second look does not hold it either.
 */
final class Endings {
  private static final Duration HISTORY_BEFORE = Duration.ofHours(1);

  /** A bridge that tells exits tells one within this time, or never. */
  private static final Duration EXITS_COME_WITHIN = Duration.ofSeconds(60);

  /** A list may lack a position for a moment; without our own close's yes it must stay away. */
  private static final Duration SETTLED_AFTER = Duration.ofSeconds(10);

  private final RelayPorts ports;

  Endings(RelayPorts ports) {
    this.ports = ports;
  }

  /**
   * A position whose end is looked for.
   *
   * @param since it is not older than this
   * @param asked who asked to close it; {@code OUTSIDE} when nobody of ours did
   */
  record Sought(Ticket ticket, Instant since, ExitReason asked) {}

  /** Our close was answered with this price. */
  void closedAt(Ticket ticket, Price price, Line line) {
    line.gone().closedAt(ticket, price, ports.ticker().getAsLong());
  }

  /** The position was seen: whatever spoke for its end does not count. */
  void seen(Ticket ticket, Line line) {
    line.gone().seen(ticket, ports.ticker().getAsLong());
  }

  /** The position's end is booked. */
  void forget(Ticket ticket, Line line) {
    line.gone().forget(ticket);
  }

  /** The end of a position that this look does not hold; empty while it is not proven. */
  Optional<Exit> of(Sought sought, Line line, Look.Complete look) {
    Ticket ticket = sought.ticket();
    Gone gone = line.gone();
    Gone.Absence absence = gone.missed(ticket, look, ports.ticker().getAsLong());
    long age = ports.ticker().getAsLong() - absence.since();
    boolean twice =
        absence.looks() >= OrderRules.NEGATIVES_NEEDED
            && (gone.price(ticket) instanceof Level.At || age >= SETTLED_AFTER.toNanos());
    return switch (line.history(sought.since().minus(HISTORY_BEFORE))) {
      case History.Complete history -> booked(sought, history.deals());
      case History.ExitsOnly some ->
          booked(sought, some.deals())
              .or(() -> unbooked(sought, gone, twice && age >= EXITS_COME_WITHIN.toNanos()));
      case History.NotOffered none -> unbooked(sought, gone, twice);
      case History.Incomplete incomplete -> Optional.empty();
    };
  }

  /** The broker says only that an expert closed it; whoever asked for it is known here. */
  private static Optional<Exit> booked(Sought sought, List<Deal> deals) {
    return Evidence.exit(sought.ticket(), deals)
        .map(
            exit ->
                exit.reason() == ExitReason.OUTSIDE
                    ? new Exit.Booked(exit.price(), exit.net(), sought.asked(), exit.at())
                    : exit);
  }

  private Optional<Exit> unbooked(Sought sought, Gone gone, boolean proven) {
    return proven
        ? Optional.of(
            new Exit.Unbooked(gone.price(sought.ticket()), sought.asked(), ports.time().instant()))
        : Optional.empty();
  }
}
