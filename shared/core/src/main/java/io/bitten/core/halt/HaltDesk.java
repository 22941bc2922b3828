package io.bitten.core.halt;

import io.bitten.core.Contention;
import io.bitten.core.CorrelationId;
import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.World;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Sets and lifts halts. The stored epoch is what counts: every hop reads it or is told it, and a
 * repeat of the same wish changes nothing but tells everybody again. Whether somebody may is {@link
 * HaltRules}' decision and the caller's to ask for.
 */
public final class HaltDesk {
  private static final int TRIES = 8;

  private final World world;
  private final HaltCommands commands;

  public HaltDesk(World world) {
    this.world = world;
    this.commands = new HaltCommands(world);
  }

  /** Halts a scope; one that is halted already stays as it is. */
  public Halt stop(HaltScope scope, String by, String reason) {
    Wish wish = new Wish(Halt.Positions.STAY, by, reason);
    Halt halt = change(scope, now -> HaltRules.stopped(now, wish.active(scope, now, at())));
    tell(halt, "stop-" + by);
    return halt;
  }

  /**
   * Halts a scope and closes every position in it: the halt is stored and told first. The closes
   * are asked for anew each time, for the last ones may have failed; a repeat of one wish asks
   * once.
   *
   * @param askedBy what the person did, the same for a repeat
   */
  public Halt stopAndClose(HaltScope scope, String by, String reason, String askedBy) {
    Wish wish = new Wish(Halt.Positions.CLOSE, by, reason);
    Halt halt = change(scope, now -> HaltRules.stopped(now, wish.active(scope, now, at())));
    tell(halt, askedBy);
    return halt;
  }

  /** Lifts a halt; one that is not halted stays as it is. */
  public Halt lift(HaltScope scope, String by, String reason) {
    Halt halt =
        change(
            scope,
            now ->
                now instanceof Halt.Active
                    ? new Halt.Lifted(scope, now.epoch() + 1, by, reason, at())
                    : now);
    if (halt.epoch() > 0) {
      tell(halt, "lift-" + by);
    }
    return halt;
  }

  private record Wish(Halt.Positions positions, String by, String reason) {
    Halt.Active active(HaltScope scope, Halt now, Instant at) {
      return new Halt.Active(scope, now.epoch() + 1, positions, by, reason, at);
    }
  }

  private Halt change(HaltScope scope, UnaryOperator<Halt> wish) {
    for (int i = 0; i < TRIES; i++) {
      Halt old = world.halts().read(scope);
      Halt next = wish.apply(old);
      if (next.equals(old) || world.halts().write(next) == Written.STORED) {
        return next;
      }
    }
    throw new Contention("the halt of " + HaltTexts.of(scope) + " kept changing");
  }

  private void tell(Halt halt, String askedBy) {
    switch (halt.scope()) {
      case HaltScope.Everything all ->
          world.queues().halt(new HaltPage(halt, askedBy, at(), 0, ""));
      case HaltScope.OneAccount one -> tell(halt, List.of(one.account()), askedBy);
      case HaltScope.OneUser one -> tell(halt, commands.account(one.user()), askedBy);
    }
    Instant now = at();
    world
        .events()
        .publish(
            new Event.EmergencyStop(
                EventHeader.of(
                    HaltCommands.id(halt), now, new CorrelationId("halt-" + halt.epoch())),
                halt,
                now));
  }

  private void tell(Halt halt, List<AccountId> accounts, String askedBy) {
    accounts.forEach(account -> commands.set(halt, account));
    accounts.forEach(account -> commands.close(halt, account, askedBy, at()));
  }

  private Instant at() {
    return world.time().instant();
  }
}
