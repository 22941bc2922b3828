package io.bitten.core.halt;

import io.bitten.core.account.Role;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import java.util.Optional;

/** Who may halt what, who may lift it, and what a wish changes. Pure. */
public final class HaltRules {
  private HaltRules() {}

  /** Whether a person may halt a scope: administrators all but people, everybody themselves. */
  public static boolean mayStop(Trader asking, HaltScope scope) {
    return switch (scope) {
      case HaltScope.Everything all -> asking.role() == Role.ADMIN;
      case HaltScope.OneAccount one -> asking.role() == Role.ADMIN;
      case HaltScope.OneUser one -> asking.id().equals(one.user());
    };
  }

  /**
   * Whether a person may lift a halt: whoever may set it, and a person's only when that person did.
   */
  public static boolean mayLift(Trader asking, Halt.Active halt) {
    return mayStop(asking, halt.scope())
        && switch (halt.scope()) {
          case HaltScope.Everything all -> true;
          case HaltScope.OneAccount one -> true;
          case HaltScope.OneUser(UserId user) -> halt.by().equals(user.value());
        };
  }

  /**
   * What stopping makes of a scope's state. One that is halted stays as it is, unless its positions
   * stayed open and are to be closed now.
   */
  static Halt stopped(Halt now, Halt.Active wish) {
    return now instanceof Halt.Active active
            && (active.positions() == Halt.Positions.CLOSE
                || wish.positions() == Halt.Positions.STAY)
        ? active
        : wish;
  }

  /** The scope's state as a person's wish to close needs it; empty when nothing asks to close. */
  static Optional<Halt.Active> closing(Halt halt) {
    return halt instanceof Halt.Active active && active.positions() == Halt.Positions.CLOSE
        ? Optional.of(active)
        : Optional.empty();
  }
}
