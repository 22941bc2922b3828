package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.fill.Report;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Order;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanFact;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.StopChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks after positions with a magic of ours that no order stands for. What is stored of them is
 * the cloud's to write: this desk reports what it sees, again until the record says the same, and
 * before it closes anything, because a position that is gone tells nothing any more.
 */
final class OrphanDesk {
  /** So many of an account's newest orphans are looked at; older ones have ended long ago. */
  private static final int READ = 200;

  private final RelayParts parts;
  private final Outbox outbox;
  private final Endings endings;

  OrphanDesk(RelayParts parts, Outbox outbox, Endings endings) {
    this.parts = parts;
    this.outbox = outbox;
    this.endings = endings;
  }

  /** One look at an account and what is stored of its orphans. */
  record Scene(Line line, Look.Complete look, Map<Ticket, Orphan> stored) {}

  Scene scene(Line line, Look.Complete look) {
    return new Scene(
        line,
        look,
        parts.ports().orphans().of(line.account(), READ).stream()
            .map(Versioned::value)
            .filter(orphan -> orphan.state().open())
            .collect(Collectors.toMap(orphan -> orphan.fill().ticket(), orphan -> orphan)));
  }

  /** The order a position came from. */
  Optional<Order> order(Position position, Scene scene) {
    return Evidence.origin(position, scene.look(), scene.line().account(), parts.ports().orders());
  }

  /** Whether a position is ours to close: by its magic, or by the order that it names. */
  boolean ours(Position position, Scene scene) {
    return position.magic().isOurs() || order(position, scene).isPresent();
  }

  /**
   * Ends what an order became after its end: its stop first, should the close not go through; then
   * the close, again until it is gone. Only when it is still there: the order may have ended after
   * the look was taken. What has a stop waits while nobody can be told of it and nothing can be
   * noted: closed then, a restart would forget that it ever was.
   *
   * @return whether it is still there
   */
  boolean end(Order order, Position found, Scene scene) {
    Optional<Position> there =
        again(found, scene.line()).map(position -> guarded(order, position, scene.line()));
    there.ifPresent(
        position -> {
          if (report(position, source(order), scene)
              || position.stopLoss() instanceof Level.Absent) {
            close(position, scene.line());
          }
        });
    return there.isPresent();
  }

  /** A person decides about what nobody knows: it only gets a stop, should it have none. */
  void leave(Position found, Scene scene) {
    report(stopped(found, scene), new OrphanSource.OfNobody(found.magic()), scene);
  }

  /** Gives a position of nobody's a stop far off, should it have none; as it is after that. */
  Position stopped(Position found, Scene scene) {
    if (found.stopLoss() instanceof Level.At) {
      return found;
    }
    Price stop =
        EmergencyStop.of(found, scene.look().snapshot().quotes(), scene.look().snapshot().specs());
    scene.line().modify(change("E" + found.ticket(), found, stop, found.takeProfit()));
    return again(found, scene.line()).orElse(found);
  }

  /**
   * Closes whatever it is, because somebody asked to close everything; but for what an order has
   * seen closed, which the terminal only still shows.
   */
  void close(Position found, ExitReason reason, Scene scene) {
    again(found, scene.line())
        .filter(position -> order(position, scene).filter(it -> had(it, found)).isEmpty())
        .ifPresent(
            position -> {
              report(
                  position,
                  order(position, scene)
                      .map(OrphanDesk::source)
                      .orElseGet(() -> new OrphanSource.OfNobody(position.magic())),
                  scene);
              Orphan known = scene.stored().get(position.ticket());
              if (known == null || !(known.state() instanceof OrphanState.Closing)) {
                tell(position.ticket(), new OrphanFact.CloseAsked(reason), scene.line());
              }
              close(position, scene.line());
            });
  }

  /** Says what became of every stored orphan: gone, or an order's after all. */
  void settle(Scene scene, List<Order> open) {
    for (Orphan orphan : scene.stored().values()) {
      Ticket ticket = orphan.fill().ticket();
      if (Evidence.position(ticket, scene.look()).isEmpty()) {
        endings
            .of(
                new Endings.Sought(ticket, since(orphan), ExitReason.OUTSIDE),
                scene.line(),
                scene.look())
            .ifPresent(exit -> tell(ticket, new OrphanFact.Gone(exit), scene.line()));
      } else {
        endings.seen(ticket, scene.line());
        open.stream()
            .filter(order -> holds(order, ticket, scene.look()))
            .findFirst()
            .ifPresent(order -> tell(ticket, new OrphanFact.Claimed(order.id()), scene.line()));
      }
    }
  }

  /** Found with a clock that was not known, its opening may be a time to come. */
  private static Instant since(Orphan orphan) {
    Instant opened = orphan.fill().at();
    return opened.isBefore(orphan.foundAt()) ? opened : orphan.foundAt();
  }

  private static boolean holds(Order order, Ticket ticket, Look.Complete look) {
    return Diff.held(order, look).map(Position::ticket).equals(Optional.of(ticket));
  }

  private Optional<Position> again(Position found, Line line) {
    return line.look() instanceof Look.Complete look
        ? Evidence.position(found.ticket(), look)
        : Optional.empty();
  }

  /** Gives a position its order's stop, should it have none or one farther off; as it is then. */
  Position guarded(Order order, Position position, Line line) {
    if (Evidence.guarded(order, position, Map.of())) {
      return position;
    }
    line.modify(
        change(
            order.id().value(),
            position,
            order.terms().stopLoss(),
            Level.at(order.terms().takeProfit())));
    return again(position, line).orElse(position);
  }

  /**
   * Tells of it unless the record says the same already.
   *
   * @return whether somebody knows of it who outlives this process
   */
  private boolean report(Position position, OrphanSource source, Scene scene) {
    Orphan known = scene.stored().get(position.ticket());
    boolean told =
        known != null
            && known.fill().equals(Evidence.fill(position))
            && known.source().getClass() == source.getClass();
    return told
        || tell(
            position.ticket(),
            new OrphanFact.Found(
                source, position.symbol(), position.direction(), Evidence.fill(position)),
            scene.line());
  }

  private boolean tell(Ticket ticket, OrphanFact fact, Line line) {
    outbox.put(new Report.OrphanSeen(line.account(), ticket, fact, parts.ports().time().instant()));
    try {
      outbox.sendOrphans();
      return true;
    } catch (RuntimeException e) {
      // An exit does not wait for the cloud: it stays in the outbox and is told later.
      return outbox.noteOrphans();
    }
  }

  private void close(Position position, Line line) {
    Answer answer =
        line.close(
            new PositionClose(
                parts.closeIds().next(),
                position.ticket(),
                position.symbol(),
                position.direction(),
                position.lots(),
                position.magic()));
    if (answer instanceof Answer.Done done) {
      endings.closedAt(position.ticket(), done.price(), line);
    }
  }

  private static boolean had(Order order, Position position) {
    return new Finding.Late(order, position).had();
  }

  private static OrphanSource source(Order order) {
    return new OrphanSource.OfOrder(order.id(), order.number(), order.state().label());
  }

  private static StopChange change(String id, Position position, Price stop, Level target) {
    return new StopChange(id, position.ticket(), position.symbol(), stop, target, position.magic());
  }
}
