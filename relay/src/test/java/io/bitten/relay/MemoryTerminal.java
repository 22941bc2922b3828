package io.bitten.relay;

import io.bitten.core.Some;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.RouteName;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Gate;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.Permit;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Route;
import io.bitten.core.relay.RouteHealth;
import io.bitten.core.relay.StopChange;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A broker in memory that fills at once and may be told to misbehave. The loops of a running relay
 * may ask it all at once.
 */
final class MemoryTerminal implements Route {
  static final Lots PART = Lots.of("0.04");

  private final InstantSource time;
  private final Map<Ticket, Position> positions = new LinkedHashMap<>();
  private final Map<Ticket, String> comments = new LinkedHashMap<>();
  private final List<Deal> deals = new ArrayList<>();
  private final List<Entry> sent = new ArrayList<>();
  private long tickets = 900_000;
  private Mood mood = Mood.FILLS;
  private boolean connected = true;
  private boolean history = true;
  private Optional<String> closeRefusal = Optional.empty();
  Set<Magic> working = Set.of();
  final MemoryGate gate = new MemoryGate();
  Runnable beforeSending = () -> {};
  Runnable afterLook = () -> {};
  Consumer<PositionClose> beforeClosing = close -> {};

  MemoryTerminal(InstantSource time) {
    this.time = time;
  }

  void mood(Mood next) {
    mood = next;
  }

  void connected(boolean now) {
    connected = now;
  }

  /** From now on the route has no history. */
  void tellsNoHistory() {
    history = false;
  }

  void acceptCloses() {
    closeRefusal = Optional.empty();
  }

  void refuseCloses(String code) {
    closeRefusal = Optional.of(code);
  }

  synchronized List<Entry> sent() {
    return List.copyOf(sent);
  }

  synchronized List<Position> positions() {
    return List.copyOf(positions.values());
  }

  long entryDeals(Magic magic) {
    return deals.stream()
        .filter(deal -> deal.side() == Deal.Side.ENTRY && deal.magic().equals(magic))
        .count();
  }

  /** A position appears, or another takes its place. */
  void show(Position position, String comment) {
    positions.put(position.ticket(), position);
    comments.put(position.ticket(), comment);
  }

  /** The position is not shown any more, and no deal says why. */
  void hide(Ticket ticket) {
    positions.remove(ticket);
  }

  /** Ends a position at the broker, as its stop or a person would. */
  void end(Ticket ticket, ExitReason reason) {
    deals.add(deal(positions.remove(ticket), Deal.Side.EXIT, "-20.00", reason));
  }

  void tell(Position ended, String net) {
    deals.add(deal(ended, Deal.Side.EXIT, net, ExitReason.OUTSIDE));
  }

  /** The broker takes a position's entry back, and the position with it. */
  void annul(Ticket ticket) {
    Position gone = positions.remove(ticket);
    deals.removeIf(deal -> deal.position().equals(ticket));
    deals.add(deal(gone, Deal.Side.ANNULLED, "0.00", ExitReason.OUTSIDE));
  }

  @Override
  public RouteName name() {
    return RouteName.FARM;
  }

  @Override
  public synchronized Answer open(Entry entry, Permit permit) {
    beforeSending.run();
    if (!permit.holds()) {
      return new Answer.NotSent("what spoke for it ended before the first byte");
    }
    sent.add(entry);
    return switch (mood) {
      case FILLS -> fill(entry, Level.at(entry.stopLoss()));
      case FILLS_A_PART -> part(fill(entry, Level.at(entry.stopLoss())));
      case DROPS_THE_STOP, DROPS_THE_STOP_FOR_GOOD -> fill(entry, Level.absent());
      case TELLS_NO_TICKET -> {
        fill(entry, Level.at(entry.stopLoss()));
        yield new Answer.DoneUntold();
      }
      case FILLS_AND_GOES_AWAY -> {
        connected = false;
        yield fill(entry, Level.at(entry.stopLoss()));
      }
      case FILLS_AND_LOSES_THE_ANSWER -> {
        fill(entry, Level.at(entry.stopLoss()));
        yield new Answer.Unknown("timed out");
      }
      case LOSES_THE_REQUEST -> new Answer.Unknown("timed out");
      case REFUSES -> new Answer.No("TRADE_RETCODE_NO_MONEY", "There is not enough money.");
      case CANNOT_BE_REACHED -> new Answer.NotSent("connection refused");
    };
  }

  @Override
  public synchronized Answer close(PositionClose close) {
    beforeClosing.accept(close);
    if (!connected) {
      return new Answer.Unknown("timed out");
    }
    if (closeRefusal.isPresent()) {
      return new Answer.No(closeRefusal.get(), "no");
    }
    Position gone = positions.remove(close.ticket());
    if (gone == null) {
      return new Answer.No("10036", "already closed");
    }
    deals.add(deal(gone, Deal.Side.EXIT, "5.00", ExitReason.OUTSIDE));
    return new Answer.Done(gone.ticket(), Price.of("1.10050"), gone.lots());
  }

  @Override
  public synchronized Answer modify(StopChange change) {
    if (mood == Mood.DROPS_THE_STOP_FOR_GOOD) {
      return new Answer.No("TRADE_RETCODE_INVALID_STOPS", "The stops are not valid.");
    }
    Position old = positions.get(change.ticket());
    Level stop = Level.at(change.stopLoss());
    positions.put(change.ticket(), SomePositions.with(old, old.lots(), stop, change.takeProfit()));
    return new Answer.DoneUntold();
  }

  @Override
  public synchronized Gate.Answer gate(Gate wanted) {
    return gate.move(wanted);
  }

  @Override
  public synchronized Look look() {
    if (!connected) {
      return new Look.Incomplete("not connected");
    }
    Look shown =
        new Look.Complete(SomePositions.account(time.instant(), positions()), comments, working);
    afterLook.run();
    return shown;
  }

  @Override
  public synchronized History history(Instant since) {
    if (!history) {
      return new History.NotOffered();
    }
    return connected
        ? new History.Complete(deals.stream().filter(deal -> deal.at().isAfter(since)).toList())
        : new History.Incomplete("not connected");
  }

  @Override
  public synchronized RouteHealth health() {
    return connected ? new RouteHealth.Up("memory") : new RouteHealth.Down("not connected");
  }

  @Override
  public synchronized void reset() {
    connected = true;
  }

  private Answer.Done fill(Entry entry, Level stop) {
    Position bare = SomePositions.of(new Ticket(++tickets), entry.magic(), stop, time.instant());
    Position position = SomePositions.with(bare, bare.lots(), stop, Level.at(entry.takeProfit()));
    positions.put(position.ticket(), position);
    deals.add(deal(position, Deal.Side.ENTRY, "-0.70", ExitReason.OUTSIDE));
    return new Answer.Done(position.ticket(), position.openPrice(), position.lots());
  }

  private Answer part(Answer.Done whole) {
    Position was = positions.get(whole.ticket());
    show(SomePositions.with(was, PART, was.stopLoss()), "");
    deals.removeLast();
    deals.add(deal(positions.get(was.ticket()), Deal.Side.ENTRY, "-0.28", ExitReason.OUTSIDE));
    return new Answer.Partial(was.ticket(), was.openPrice(), PART);
  }

  private Deal deal(Position position, Deal.Side side, String net, ExitReason reason) {
    return new Deal(
        position.ticket(),
        side,
        position.symbol(),
        position.lots(),
        position.openPrice(),
        Some.usd(net),
        position.magic(),
        "",
        reason,
        time.instant());
  }
}
