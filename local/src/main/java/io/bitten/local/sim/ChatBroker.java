package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Money;
import io.bitten.core.account.Ticket;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.market.Level;
import io.bitten.core.memory.MemoryOrders;
import io.bitten.core.order.Attempt;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Move;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderRules;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Owner;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.order.RouteName;
import io.bitten.local.sim.ChatQueue.Took;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Relay and broker in one, who never fail: the chat's story asks what people are told of an order.
 * What an order goes through on its way is the other kind of story.
 */
final class ChatBroker {
  private static final Money BALANCE = Money.of("10000.00", "USD");
  private static final Money NOTHING = Money.zero(Broker.USD);

  private final ChatScene scene;
  private final Timeline time;
  private final Faults faults;
  private final MemoryOrders orders;
  private final Prices prices;
  private long tickets = 1_000;

  ChatBroker(ChatScene scene, Prices prices) {
    this.scene = scene;
    this.time = scene.time();
    this.faults = scene.faults();
    this.orders = scene.memory().orders();
    this.prices = prices;
  }

  void begin() {
    scene.wires().orders().serve(this::take);
  }

  /** A look at every account. */
  void look() {
    for (ChatReader reader : scene.checks().readers()) {
      scene
          .memory()
          .accounts()
          .keep(
              new AccountSnapshot(
                  reader.account(),
                  time.instant(),
                  BALANCE,
                  BALANCE,
                  NOTHING,
                  BALANCE,
                  List.of(),
                  prices.quotes(),
                  prices.specs()));
    }
  }

  private Took take(ChatQueue.Message message) {
    switch (Json.read(message.body(), RelayCommand.class)) {
      case RelayCommand.Open open -> claim(open.order());
      case RelayCommand.Close close -> close(close.order());
      case RelayCommand.CloseAll all -> {}
      case RelayCommand.SetHalt halt -> {}
      case RelayCommand.Restart restart -> {}
    }
    return Took.DONE;
  }

  private void claim(OrderId id) {
    Order order = order(id);
    if (order.state() instanceof OrderState.New fresh) {
      Owner owner = new Owner("relay", "boot", 1);
      Attempt attempt = new Attempt(fresh.attempts() + 1, RouteName.FARM, owner, order.deadline());
      move(id, new OrderFact.Claimed(attempt, now()));
      time.moment(faults.between(20, 400), () -> answer(id, attempt));
    }
  }

  private void answer(OrderId id, Attempt attempt) {
    if (faults.often(Fault.ANSWER_LOST)) {
      move(id, new OrderFact.AnswerLost("no answer", now()));
      if (faults.percent(50)) {
        time.moment(faults.between(1_000, 6_000), () -> filled(id));
      } else {
        long over = Duration.between(now(), attempt.deadline()).toMillis() + 1_000;
        time.moment(over, () -> move(id, new OrderFact.NeverExecuted(2, Duration.ZERO, now())));
      }
    } else if (faults.percent(10)) {
      move(id, new OrderFact.Refused(attempt, "10006", "Request rejected.", now()));
    } else {
      move(id, new OrderFact.Accepted(attempt, fill(order(id))));
      filledNow(id);
    }
  }

  private void filled(OrderId id) {
    move(id, new OrderFact.PositionSeen(fill(order(id))));
    filledNow(id);
  }

  private void filledNow(OrderId id) {
    time.moment(faults.between(20, 300), () -> protect(id));
    time.moment(faults.between(3_000, 20_000), () -> ends(id, ExitReason.STOP_LOSS));
  }

  private void protect(OrderId id) {
    CloseDesk.fill(order(id)).ifPresent(fill -> move(id, new OrderFact.StopSeen(fill, now())));
  }

  private void close(OrderId id) {
    if (order(id).state() instanceof OrderState.Protected) {
      move(id, new OrderFact.CloseAsked(ExitReason.TRADER, now()));
      time.moment(faults.between(20, 900), () -> ends(id, ExitReason.TRADER));
    }
  }

  private void ends(OrderId id, ExitReason reason) {
    Order order = order(id);
    Exit exit = new Exit.Booked(order.terms().stopLoss(), NOTHING, reason, now());
    move(id, new OrderFact.Exited(exit));
  }

  private Fill fill(Order order) {
    return new Fill(
        new Ticket(++tickets),
        order.terms().shownPrice(),
        order.terms().lots(),
        Level.at(order.terms().stopLoss()),
        now());
  }

  /** The state that follows, stored and reported; a fact that does not apply changes nothing. */
  private void move(OrderId id, OrderFact fact) {
    Versioned<Order> stored = orders.find(id).orElseThrow();
    if (OrderRules.decide(stored.value(), fact) instanceof Move.To(OrderState next)
        && orders.save(stored.with(stored.value().with(next))) == Written.STORED) {
      long version = stored.version() + 1;
      Order order = stored.value();
      scene.checks().reached(next.label());
      faults.note("relay", order.number() + " " + next.label());
      Report moved = new Report.OrderMoved(id, order.account(), version, next.label(), now());
      String once = "order:" + id + ":" + version;
      scene.wires().reports().send(order.account().value(), once, Json.write(moved));
    }
  }

  private Order order(OrderId id) {
    return orders.find(id).orElseThrow().value();
  }

  private Instant now() {
    return time.instant();
  }
}
