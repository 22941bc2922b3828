package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Money;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.Attempt;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Owner;
import io.bitten.core.order.RelayCommand;
import io.bitten.core.order.RouteName;
import io.bitten.local.sim.ChatQueue.Took;
import java.time.Duration;
import java.util.List;

/**
 * Relay and broker in one, who keep no promise but to tell: the chat's story asks what people are
 * told of an order, in every state that it can be in. How it gets there is the other kind of story.
 */
final class ChatBroker {
  private static final Money BALANCE = Money.of("10000.00", "USD");
  private static final Money NOTHING = Money.zero(Broker.USD);

  private final ChatScene scene;
  private final Timeline time;
  private final Faults faults;
  private final Prices prices;
  private final ChatMoves moves;
  private final ChatPositions positions;

  ChatBroker(ChatScene scene, Prices prices) {
    this.scene = scene;
    this.time = scene.time();
    this.faults = scene.faults();
    this.prices = prices;
    this.moves = new ChatMoves(scene);
    this.positions = new ChatPositions(scene, moves);
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
                  moves.now(),
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
      case RelayCommand.Close close -> positions.close(close.order(), ExitReason.TRADER);
      case RelayCommand.CloseAll all -> {}
      case RelayCommand.SetHalt halt -> {}
      case RelayCommand.Restart restart -> {}
    }
    return Took.DONE;
  }

  private void claim(OrderId id) {
    Order order = moves.order(id);
    if (!(order.state() instanceof OrderState.New fresh)) {
      return;
    }
    if (faults.often(Fault.COMMAND_WRONG)) {
      moves.move(id, new OrderFact.Undeliverable("The command says other terms.", moves.now()));
      return;
    }
    Owner owner = new Owner("relay", "boot", 1);
    Attempt attempt = new Attempt(fresh.attempts() + 1, RouteName.FARM, owner, order.deadline());
    if (moves.move(id, new OrderFact.Claimed(attempt, moves.now()))) {
      time.moment(faults.between(20, 400), () -> answer(id, attempt));
    }
  }

  private void answer(OrderId id, Attempt attempt) {
    if (faults.often(Fault.ANSWER_LOST)) {
      moves.move(id, new OrderFact.AnswerLost("no answer", moves.now()));
      doubt(id, attempt);
    } else if (faults.often(Fault.REQUOTE)
        && moves.move(id, new OrderFact.TurnedDown(attempt, "10004", moves.now()))) {
      time.moment(faults.between(100, 2_000), () -> claim(id));
    } else if (faults.often(Fault.HALT_MIDWAY)) {
      HaltScope whose = new HaltScope.OneAccount(moves.order(id).account());
      moves.move(id, new OrderFact.HaltedUnsent(attempt, whose, 1, moves.now()));
      positions.late(id);
    } else if (faults.percent(10)) {
      moves.move(id, new OrderFact.Refused(attempt, "10006", "Request rejected.", moves.now()));
      positions.late(id);
    } else if (moves.move(id, new OrderFact.Accepted(attempt, positions.fill(moves.order(id))))) {
      positions.opened(id);
    }
  }

  private void doubt(OrderId id, Attempt attempt) {
    if (faults.percent(50)) {
      time.moment(faults.between(1_000, 6_000), () -> filled(id));
      return;
    }
    long over = Duration.between(moves.now(), attempt.deadline()).toMillis() + 1_000;
    time.moment(
        over,
        () -> {
          moves.move(id, new OrderFact.NeverExecuted(2, Duration.ZERO, moves.now()));
          positions.late(id);
        });
  }

  private void filled(OrderId id) {
    if (moves.move(id, new OrderFact.PositionSeen(positions.fill(moves.order(id))))) {
      positions.opened(id);
    }
  }
}
