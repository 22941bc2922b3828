package io.bitten.core.chat;

import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.account.Role;

/** Hands a text to the talk that answers it, once the caller may ask for it. */
final class Commands {
  private final OnboardingTalk onboarding;
  private final HelpTalk help = new HelpTalk();
  private final SignalTalk signals;
  private final AccountTalk account;
  private final PositionsTalk positions;
  private final StatusTalk status;
  private final HistoryTalk history;
  private final ExitTalk exits;
  private final HaltTalk halts;

  Commands(World world, Rulebook rules, ChatSettings settings, OnboardingTalk onboarding) {
    this.onboarding = onboarding;
    this.signals = new SignalTalk(world, rules, settings);
    this.account = new AccountTalk(world, rules, settings);
    this.positions = new PositionsTalk(world, settings);
    this.status = new StatusTalk(world, rules, settings, signals);
    this.history = new HistoryTalk(world, settings);
    this.exits = new ExitTalk(world, settings);
    this.halts = new HaltTalk(world, settings);
  }

  Reply answer(Visit visit, Parsed parsed) {
    return switch (parsed) {
      case Parsed.Asked asked -> allowed(visit, asked.command());
      case Parsed.WrongArgument wrong -> help.usage(wrong);
      case Parsed.Unknown unknown -> help.unknown(visit, unknown);
      case Parsed.ForAnother other -> new Reply.Silence();
      case Parsed.Talk talk -> help.talk();
    };
  }

  private Reply allowed(Visit visit, Command command) {
    if (!command.name().allowedTo(visit.tier(), visit.trader().role())) {
      return help.notAllowed(visit, command.name());
    }
    if (needsTerms(visit, command.name()) && !onboarding.accepted(visit.trader())) {
      return help.termsFirst();
    }
    return switch (command) {
      case Command.FireOne fire -> signals.fireOne(visit, fire.signal());
      case Command.History last -> history.last(visit, last.count());
      case Command.CloseOne close -> exits.closeOne(visit, close.ticket());
      case Command.Worded worded -> worded(visit, worded);
      case Command.Plain plain -> plain(visit, plain.name());
    };
  }

  private Reply worded(Visit visit, Command.Worded command) {
    return switch (command.name()) {
      case EMERGENCY_STOP -> halts.stop(visit, command.words());
      case PANIC -> halts.panic(visit, command.words());
      case HALT_ALL -> halts.stopAll(visit, command.words());
      case HALT_ACCOUNT -> halts.stopAccount(visit, command.words());
      case RECOVER -> halts.recover(visit, command.words());
      case START, HELP, STATUS, ME, SIGNALS, FIRE, POSITIONS, BALANCE, HISTORY, CLOSE, CLOSEALL ->
          throw new IllegalStateException(command.name() + " takes no words");
    };
  }

  private Reply plain(Visit visit, CommandName name) {
    return switch (name) {
      case START -> onboarding.start(visit);
      case HELP -> help.list(visit);
      case STATUS -> status.tell(visit);
      case ME -> account.me(visit);
      case SIGNALS -> signals.list(visit);
      case FIRE -> signals.fireList(visit);
      case POSITIONS -> Reply.say(positions.list(visit));
      case BALANCE -> account.balance(visit);
      case HISTORY -> history.last(visit, CommandParser.HISTORY_DEFAULT);
      case CLOSE -> exits.list(visit);
      case CLOSEALL -> exits.askAll(visit);
      case EMERGENCY_STOP, PANIC, HALT_ALL, HALT_ACCOUNT, RECOVER ->
          throw new IllegalStateException(name + " may have words");
    };
  }

  /** Help and everything that only makes things safer needs no accepted terms. */
  private static boolean needsTerms(Visit visit, CommandName name) {
    return switch (name) {
      case START, HELP, STATUS, CLOSE, CLOSEALL, EMERGENCY_STOP, PANIC -> false;
      case HALT_ALL, HALT_ACCOUNT -> false;
      case RECOVER -> visit.trader().role() != Role.ADMIN;
      case ME, SIGNALS, FIRE, POSITIONS, BALANCE, HISTORY -> true;
    };
  }
}
