package io.bitten.core.chat;

import io.bitten.core.World;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltReceipts;
import io.bitten.core.halt.HaltScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a halt looks like to who set it: what is stopped and why, where it has taken effect and
 * where not yet, and, when positions are to be closed, what became of each.
 */
public final class HaltCards {
  private final HaltReceipts receipts;
  private final HaltHops hops;
  private final PanicLines positions;
  private final ChatSettings settings;

  public HaltCards(World world, ChatSettings settings) {
    this.receipts = new HaltReceipts(world);
    this.hops = new HaltHops(world);
    this.positions = new PanicLines(world);
    this.settings = settings;
  }

  /**
   * The card of a halt or its lifting as everything is now.
   *
   * @param more stands at the end
   */
  public Card render(Halt halt, Instant now, Html more) {
    return switch (halt) {
      case Halt.Never never -> throw new IllegalArgumentException("nothing was halted: " + never);
      case Halt.Active active -> active(active, now, more);
      case Halt.Lifted lifted -> lifted(lifted, now, more);
    };
  }

  /** Grows with time and with every receipt: a card never goes back. */
  public long version(Halt halt, Instant now) {
    return now.toEpochMilli() + 1 + receipts.of(halt).size();
  }

  /** The card of a change that another has followed. */
  public Card past(Halt followedBy) {
    Html what =
        switch (followedBy) {
          case Halt.Never never -> throw new IllegalArgumentException("nothing follows it");
          case Halt.Active active -> Html.of("Followed by a new stop at ", at(active.at()), ".");
          case Halt.Lifted lifted ->
              Html.of("Lifted at ", at(lifted.at()), ": ", lifted.reason(), ".");
        };
    return Card.text(Html.lines(Html.b("This stop is over."), what).toString());
  }

  /** One line for the status, and where it has taken effect. */
  Html brief(Halt.Active active, Instant now) {
    return Html.lines(
        Html.b("🛑 New orders are stopped for ", title(active)), hops.lines(active, now));
  }

  static Html title(Halt.Active active) {
    return Html.of(whom(active.scope()), " since ", at(active.at()), ": ", active.reason());
  }

  private Card active(Halt.Active active, Instant now, Html more) {
    List<Html> lines = new ArrayList<>();
    lines.add(Html.of(Html.b(head(active)), " since ", at(active.at()), "."));
    lines.add(Html.of("Reason: ", active.reason()));
    lines.add(Html.of(effect(active)));
    lines.add(hops.lines(active, now));
    lines.add(positions.of(active));
    lines.add(Html.of(goOn(active)));
    lines.add(more);
    lines.add(updated(now));
    return Card.text(Html.lines(lines).toString());
  }

  private Card lifted(Halt.Lifted lifted, Instant now, Html more) {
    return Card.text(
        Html.lines(
                Html.of(
                    Html.b("🟢 Lifted"), " at ", at(lifted.at()), ": ", whom(lifted.scope()), "."),
                Html.of("Reason: ", lifted.reason()),
                Html.of("New orders are possible again."),
                hops.lines(lifted, now),
                more,
                updated(now))
            .toString());
  }

  private static String head(Halt.Active active) {
    return switch (active.scope()) {
      case HaltScope.Everything all -> "🛑 The whole platform is stopped";
      case HaltScope.OneAccount one -> "🛑 Account " + one.account() + " is stopped";
      case HaltScope.OneUser one ->
          switch (active.positions()) {
            case STAY -> "🛑 Emergency stop is on";
            case CLOSE -> "🛑 Panic: everything of yours is stopped";
          };
    };
  }

  private static String effect(Halt.Active active) {
    String whose =
        active.scope() instanceof HaltScope.OneUser ? "No new order of yours" : "No new order";
    return switch (active.positions()) {
      case STAY -> whose + " goes out. Open positions stay open with their stops.";
      case CLOSE -> whose + " goes out, and every open position is being closed.";
    };
  }

  private static String goOn(Halt.Active active) {
    return switch (active.scope()) {
      case HaltScope.Everything all -> "/recover system REASON lifts it.";
      case HaltScope.OneAccount one -> "/recover account " + one.account() + " REASON lifts it.";
      case HaltScope.OneUser one ->
          switch (active.positions()) {
            case STAY -> "/panic closes all positions, /recover REASON lifts the stop.";
            case CLOSE -> "/recover REASON lifts the stop.";
          };
    };
  }

  private static String whom(HaltScope scope) {
    return switch (scope) {
      case HaltScope.Everything all -> "the whole platform";
      case HaltScope.OneAccount one -> "account " + one.account();
      case HaltScope.OneUser one -> "you";
    };
  }

  private Html updated(Instant now) {
    String simulated = settings.simulated().isEmpty() ? "" : " · " + settings.simulated();
    return Html.i("Updated ", at(now), simulated);
  }

  private static String at(Instant at) {
    return Shows.second(at);
  }
}
