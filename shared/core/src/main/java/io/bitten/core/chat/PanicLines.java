package io.bitten.core.chat;

import io.bitten.core.World;
import io.bitten.core.account.UserId;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.Exit;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What becomes of each of a person's positions and orders after a panic. */
final class PanicLines {
  private static final int LOOKED_THROUGH = 100;
  private static final int SHOWN = 20;

  /**
   * A broker's time is in whole seconds, from a clock that may be 30 s off ours: within this, what
   * happened first is not known, and rather too much is told than a position left out.
   */
  private static final Duration BROKERS_CLOCK = Duration.ofSeconds(31);

  private final World world;
  private final CloseDesk closes;

  PanicLines(World world) {
    this.world = world;
    this.closes = new CloseDesk(world);
  }

  /** Empty unless a person asked for all of the own positions to be closed. */
  Html of(Halt.Active halt) {
    return switch (halt.scope()) {
      case HaltScope.Everything all -> Html.empty();
      case HaltScope.OneAccount one -> Html.empty();
      case HaltScope.OneUser one ->
          switch (halt.positions()) {
            case STAY -> Html.empty();
            case CLOSE -> lines(one, halt.at());
          };
    };
  }

  private Html lines(HaltScope.OneUser scope, Instant since) {
    List<Order> concerned =
        orders(scope.user())
            .filter(order -> !order.createdAt().isAfter(since) && openAt(order.state(), since))
            .toList();
    List<Orphan> orphans =
        closes.everyOrphan(scope.user()).stream()
            .filter(orphan -> !orphan.fill().at().isAfter(since.plus(BROKERS_CLOCK)))
            .filter(orphan -> thereAt(orphan.state(), since))
            .toList();
    List<Html> all =
        Stream.concat(
                concerned.stream().map(PanicLines::line), orphans.stream().map(PanicLines::line))
            .toList();
    if (all.isEmpty()) {
      return Html.of("You had no open BITTEN position.");
    }
    return Html.lines(Html.first(SHOWN, all, ", /positions lists them"));
  }

  /** The newest, whatever became of them, and all that are open, however old; each once. */
  private Stream<Order> orders(UserId user) {
    Map<OrderId, Order> orders = new LinkedHashMap<>();
    world
        .orders()
        .of(user, "", LOOKED_THROUGH)
        .items()
        .forEach(order -> orders.put(order.id(), order));
    Stream.of(closes.open(user), closes.pending(user))
        .flatMap(List::stream)
        .forEach(order -> orders.putIfAbsent(order.id(), order));
    return orders.values().stream();
  }

  /** Whether the position was there at that moment and no order's. */
  private static boolean thereAt(OrphanState state, Instant since) {
    return switch (state) {
      case OrphanState.Closing s -> true;
      case OrphanState.Left s -> true;
      case OrphanState.Closed s -> !s.exit().at().isBefore(since.minus(BROKERS_CLOCK));
      case OrphanState.Adopted s -> false;
    };
  }

  private static Html line(Orphan orphan) {
    String what = OrphanCards.what(orphan) + " · " + orphan.fill().ticket();
    return Html.of("· ", what, ", without an order: ", became(orphan.state()));
  }

  private static Html became(OrphanState state) {
    return switch (state) {
      case OrphanState.Closing s -> Html.of("closing since ", Shows.second(s.since()));
      case OrphanState.Left s -> Html.of("close asked for");
      case OrphanState.Closed s -> Html.of("closed", result(s.exit()));
      case OrphanState.Adopted s -> Html.of("an order of yours holds it");
    };
  }

  /** Whether the order had not ended at that moment. */
  private static boolean openAt(OrderState state, Instant since) {
    return switch (state) {
      case OrderState.New s -> true;
      case OrderState.Submitting s -> true;
      case OrderState.Unknown s -> true;
      case OrderState.Filled s -> true;
      case OrderState.Unprotected s -> true;
      case OrderState.Protected s -> true;
      case OrderState.Closing s -> true;
      case OrderState.Closed s -> !s.exit().at().isBefore(since.minus(BROKERS_CLOCK));
      case OrderState.Rejected s -> !s.at().isBefore(since);
      case OrderState.Expired s -> !s.at().isBefore(since);
      case OrderState.Killed s -> !s.at().isBefore(since);
      case OrderState.Dead s -> !s.at().isBefore(since);
    };
  }

  private static Html line(Order order) {
    Html what =
        Html.of(
            OrderCards.what(order),
            CloseDesk.fill(order).map(fill -> " · " + fill.ticket()).orElse(""));
    return Html.of("· ", what, ": ", became(order.state()));
  }

  private static Html became(OrderState state) {
    return switch (state) {
      case OrderState.New s -> Html.of("not sent, and will not be");
      case OrderState.Submitting s -> Html.of("on its way when you stopped; closed if it fills");
      case OrderState.Unknown s -> Html.of("checking with the broker; closed if it is open");
      case OrderState.Filled s -> Html.of("close asked for");
      case OrderState.Unprotected s -> Html.of("close asked for, it has no stop");
      case OrderState.Protected s -> Html.of("close asked for, still open with its stop");
      case OrderState.Closing s -> Html.of("closing since ", Shows.second(s.since()));
      case OrderState.Closed s -> Html.of("closed", result(s.exit()));
      case OrderState.Rejected s -> Html.of("nothing was traded");
      case OrderState.Expired s -> Html.of("nothing was traded");
      case OrderState.Killed s -> Html.of("stopped, nothing was traded");
      case OrderState.Dead s -> Html.of("nothing was traded");
    };
  }

  private static Html result(Exit exit) {
    return switch (exit) {
      case Exit.Booked booked ->
          Html.of(", ", Html.b(booked.net().shownSigned()), ", ", OrderCards.why(booked.reason()));
      case Exit.Unbooked unbooked -> Html.of(", its result is not known");
    };
  }
}
