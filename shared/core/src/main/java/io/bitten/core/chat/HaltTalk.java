package io.bitten.core.chat;

import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Role;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltDesk;
import io.bitten.core.halt.HaltRules;
import io.bitten.core.halt.HaltScope;
import java.util.Optional;

/**
 * Stops and lifts. A person's own stop is never behind a tier, the terms or a limit; the system's
 * and an account's are the administrators'. Lifting needs a reason and the right to have set it.
 */
final class HaltTalk {
  private static final String NO_REASON = "say why, so that it is known later";
  private static final String NO_ACCOUNT = "an account is needed, login@server";
  private static final String RECOVER_ACCOUNT = "/recover account 500123@Demo-Server checked";
  private static final String RECOVER_SYSTEM = "/recover system the broker answers again";

  private final World world;
  private final HaltDesk halts;
  private final HaltCards cards;

  HaltTalk(World world, ChatSettings settings) {
    this.world = world;
    this.halts = new HaltDesk(world);
    this.cards = new HaltCards(world, settings);
  }

  /** Stops the caller's new orders. */
  Reply stop(Visit visit, String words) {
    return stop(visit, own(visit), Words.of(words));
  }

  /** Stops the caller's new orders and closes all the caller's positions. */
  Reply panic(Visit visit, String words) {
    return stop(visit, own(visit), Words.of(words).closing());
  }

  Reply stopAll(Visit visit, String words) {
    return stop(visit, new HaltScope.Everything(), Words.of(words).withClose());
  }

  Reply stopAccount(Visit visit, String words) {
    Words all = Words.of(words);
    Optional<AccountId> account = all.account();
    if (account.isEmpty()) {
      return HelpTalk.usage(
          CommandName.HALT_ACCOUNT, NO_ACCOUNT, CommandName.HALT_ACCOUNT.example());
    }
    return world.accounts().find(account.get()).isEmpty()
        ? Reply.say(Html.of("Nobody here has the account ", Html.code(account.get()), "."))
        : stop(visit, new HaltScope.OneAccount(account.get()), all.rest().withClose());
  }

  private Reply stop(Visit visit, HaltScope scope, Words words) {
    if (!HaltRules.mayStop(visit.trader(), scope)) {
      throw new IllegalStateException(visit.user() + " was let to stop " + scope);
    }
    Halt before = world.halts().read(scope);
    String by = visit.user().value();
    String reason = words.or(asked(scope));
    Halt halt =
        switch (words.positions()) {
          case STAY -> halts.stop(scope, by, reason);
          case CLOSE -> halts.stopAndClose(scope, by, reason, visit.askedBy());
        };
    return shown(visit, halt, before);
  }

  /** A card that a message shows already is shown anew, where the person looks. */
  private Reply shown(Visit visit, Halt halt, Halt before) {
    Card card = cards.render(halt, visit.now());
    Subject subject = new Subject.OfHalt(halt.scope(), halt.epoch());
    return halt.equals(before) && isShown(visit, halt)
        ? new Reply.Say(card, subject)
        : new Reply.Show(card, subject, cards.version(halt, visit.now()));
  }

  private boolean isShown(Visit visit, Halt halt) {
    Subject subject = new Subject.OfHalt(halt.scope(), halt.epoch());
    return world.shownCards().find(visit.chat(), subject).isPresent();
  }

  private static String asked(HaltScope scope) {
    return scope instanceof HaltScope.OneUser ? "at your own request" : "asked by an administrator";
  }

  Reply recover(Visit visit, String words) {
    Words all = Words.of(words);
    boolean admin = visit.trader().role() == Role.ADMIN;
    if (admin && all.startsWith("system")) {
      return recover(visit, new HaltScope.Everything(), all.rest());
    }
    if (admin && all.startsWith("account")) {
      Words rest = all.rest();
      return rest.account().isEmpty()
          ? HelpTalk.usage(CommandName.RECOVER, NO_ACCOUNT, RECOVER_ACCOUNT)
          : recover(visit, new HaltScope.OneAccount(rest.account().get()), rest.rest());
    }
    return recover(visit, own(visit), all);
  }

  private Reply recover(Visit visit, HaltScope scope, Words reason) {
    if (reason.empty()) {
      return HelpTalk.usage(
          CommandName.RECOVER,
          NO_REASON,
          scope instanceof HaltScope.OneUser ? CommandName.RECOVER.example() : RECOVER_SYSTEM);
    }
    return switch (world.halts().read(scope)) {
      case Halt.Active active ->
          HaltRules.mayLift(visit.trader(), active)
              ? lift(visit, scope, reason.text())
              : Reply.say(
                  // An operator's stop of this person is the operator's.
                  Html.of("Only the operator, who set this stop, lifts it: ", active.reason()));
      case Halt.Lifted lifted ->
          mine(visit, lifted, reason.text()) && !isShown(visit, lifted)
              ? lift(visit, scope, reason.text())
              : nothingToLift(visit, scope);
      case Halt.Never never -> nothingToLift(visit, scope);
    };
  }

  /** Whether it is this very wish that lifted it, and may have told nobody. */
  private static boolean mine(Visit visit, Halt.Lifted lifted, String reason) {
    return lifted.by().equals(visit.user().value()) && lifted.reason().equals(reason);
  }

  private Reply nothingToLift(Visit visit, HaltScope scope) {
    return Reply.say(
        Html.lines(
            Html.of("There is no emergency stop to lift here."),
            cards.others(visit.trader(), scope)));
  }

  private Reply lift(Visit visit, HaltScope scope, String reason) {
    Halt lifted = halts.lift(scope, visit.user().value(), reason);
    return new Reply.Show(
        cards.render(lifted, visit.now()),
        new Subject.OfHalt(scope, lifted.epoch()),
        cards.version(lifted, visit.now()));
  }

  private static HaltScope own(Visit visit) {
    return new HaltScope.OneUser(visit.user());
  }
}
