package io.bitten.core.halt;

import io.bitten.core.Contention;
import io.bitten.core.CorrelationId;
import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.Page;
import io.bitten.core.World;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Link;
import io.bitten.core.account.Trader;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Sets and lifts halts. The stored epoch is what counts: every hop reads it or is told it, and a
 * repeat of the same wish changes nothing but tells everybody again.
 */
public final class HaltDesk {
  private static final int TRIES = 8;
  private static final int PAGE = 200;
  private static final Duration COMMAND_LIVES = Duration.ofMinutes(10);

  private final World world;

  public HaltDesk(World world) {
    this.world = world;
  }

  /** Halts a scope; one that is halted already stays as it is. */
  public Halt stop(HaltScope scope, String by, String reason) {
    Instant now = world.time().instant();
    return change(
        scope,
        old ->
            switch (old) {
              case Halt.Active active -> active;
              case Halt.Clear clear -> new Halt.Active(scope, clear.epoch() + 1, by, reason, now);
            });
  }

  /** Lifts a halt. Whether the caller may is the caller's desk's decision. */
  public Halt lift(HaltScope scope) {
    return change(
        scope,
        old ->
            switch (old) {
              case Halt.Active active -> new Halt.Clear(scope, active.epoch() + 1);
              case Halt.Clear clear -> clear;
            });
  }

  private Halt change(HaltScope scope, UnaryOperator<Halt> wish) {
    for (int i = 0; i < TRIES; i++) {
      Halt old = world.halts().read(scope);
      Halt next = wish.apply(old);
      if (next.equals(old) || world.halts().write(next) == Written.STORED) {
        tell(next);
        return next;
      }
    }
    throw new Contention("the halt of " + HaltTexts.of(scope) + " kept changing");
  }

  private void tell(Halt halt) {
    Instant now = world.time().instant();
    String id = "halt-" + HaltTexts.of(halt.scope()) + "-" + halt.epoch();
    CorrelationId correlation = new CorrelationId("halt-" + halt.epoch());
    for (AccountId account : accounts(halt.scope())) {
      CommandHeader header =
          new CommandHeader(
              id + "-" + account,
              account,
              new HaltEpochs(0, 0, 0),
              now,
              now.plus(COMMAND_LIVES),
              correlation);
      world.queues().relay(new RelayCommand.SetHalt(header, halt));
    }
    world
        .events()
        .publish(new Event.EmergencyStop(EventHeader.of(id, now, correlation), halt, now));
  }

  private List<AccountId> accounts(HaltScope scope) {
    return switch (scope) {
      case HaltScope.OneAccount one -> List.of(one.account());
      case HaltScope.OneUser one ->
          world.traders().find(one.user()).stream()
              .flatMap(trader -> linked(trader.value()).stream())
              .toList();
      case HaltScope.Everything everything -> all();
    };
  }

  private List<AccountId> all() {
    List<AccountId> accounts = new ArrayList<>();
    Page<Trader> page = world.traders().page("", PAGE);
    page.items().forEach(trader -> accounts.addAll(linked(trader)));
    while (page.more()) {
      page = world.traders().page(page.next(), PAGE);
      page.items().forEach(trader -> accounts.addAll(linked(trader)));
    }
    return accounts;
  }

  private static List<AccountId> linked(Trader trader) {
    return trader.link() instanceof Link.To(var account) ? List.of(account) : List.of();
  }
}
