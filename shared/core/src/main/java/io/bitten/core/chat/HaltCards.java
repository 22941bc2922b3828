package io.bitten.core.chat;

import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltReceipts;
import io.bitten.core.halt.HaltScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a halt looks like to who set it: what is stopped and why, where it has taken effect and
 * where not yet, and, when positions are to be closed, what became of each.
 */
public final class HaltCards {
  private final World world;
  private final HaltReceipts receipts;
  private final HaltHops hops;
  private final PanicLines positions;
  private final ChatSettings settings;

  public HaltCards(World world, ChatSettings settings) {
    this.world = world;
    this.receipts = new HaltReceipts(world);
    this.hops = new HaltHops(world);
    this.positions = new PanicLines(world);
    this.settings = settings;
  }

  /** The card of a halt or its lifting as everything is now, for who set or lifted it. */
  public Card render(Halt halt, Instant now) {
    return switch (halt) {
      case Halt.Never never -> throw new IllegalArgumentException("nothing was halted: " + never);
      case Halt.Active active -> active(active, now);
      case Halt.Lifted lifted -> lifted(lifted, now);
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

  private Card active(Halt.Active active, Instant now) {
    List<Html> lines = new ArrayList<>();
    lines.add(Html.of(Html.b(head(active)), " since ", at(active.at()), "."));
    lines.add(Html.of("Reason: ", active.reason()));
    lines.add(Html.of(effect(active)));
    lines.add(hops.lines(active, now));
    lines.add(positions.of(active));
    lines.add(goOn(active));
    lines.add(updated(now));
    return Card.text(Html.lines(lines).toString());
  }

  private Card lifted(Halt.Lifted lifted, Instant now) {
    Html others = others(lifted);
    return Card.text(
        Html.lines(
                Html.of(
                    Html.b("🟢 The stop is lifted"),
                    " for ",
                    whom(lifted.scope()),
                    " at ",
                    at(lifted.at()),
                    "."),
                Html.of("Reason: ", lifted.reason()),
                others.isEmpty() ? Html.of("New orders are possible again.") : others,
                hops.lines(lifted, now),
                updated(now))
            .toString());
  }

  /** What else still stops who lifted it, or whom it stopped when that person is not known. */
  private Html others(Halt.Lifted lifted) {
    Optional<Trader> reader =
        lifted.by().contains(" ")
            ? Optional.empty()
            : world.traders().find(new UserId(lifted.by())).map(Versioned::value);
    return reader
        .map(trader -> others(trader, lifted.scope()))
        .orElseGet(() -> stopped(List.of(new HaltScope.Everything()), lifted.scope()));
  }

  /** What stops the reader, but for one scope; empty when nothing does. */
  Html others(Trader reader, HaltScope but) {
    return stopped(HaltScope.over(reader.link(), reader.id()), but);
  }

  private Html stopped(List<HaltScope> scopes, HaltScope but) {
    return Html.lines(
        scopes.stream()
            .filter(scope -> !scope.equals(but))
            .map(world.halts()::read)
            .flatMap(
                halt ->
                    halt instanceof Halt.Active active
                        ? Stream.of(Html.of("Still stopped for ", title(active)))
                        : Stream.empty())
            .toList());
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

  private static Html goOn(Halt.Active active) {
    return switch (active.scope()) {
      case HaltScope.Everything all -> Html.of(Html.code("/recover system REASON"), " lifts it.");
      case HaltScope.OneAccount one ->
          Html.of(Html.code("/recover account " + one.account() + " REASON"), " lifts it.");
      case HaltScope.OneUser one -> {
        Html lifts = Html.of(Html.code("/recover REASON"), " lifts the stop.");
        yield switch (active.positions()) {
          case STAY -> Html.of(Html.code("/panic"), " closes all positions, ", lifts);
          case CLOSE -> lifts;
        };
      }
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
