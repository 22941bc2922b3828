package io.bitten.relay;

import io.bitten.core.account.AccountId;
import io.bitten.core.order.RelayCommand;
import java.util.Optional;

/**
 * One message of a queue of commands: read, carried as far as it goes now, and settled with its
 * queue by what became of it. Waits for nothing and holds no thread.
 */
public final class CommandStep {
  private final Relay relay;
  private final CommandSource source;
  private final CommandDoor door;
  private final RelayLog log;

  public CommandStep(Relay relay, CommandSource source, CommandDoor door, RelayLog log) {
    this.relay = relay;
    this.source = source;
    this.door = door;
    this.log = log;
  }

  /**
   * Carries one message.
   *
   * @throws RuntimeException when the world is broken; the message stays and comes again
   */
  public void carry(CommandSource.Delivery delivery) {
    settle(delivery, outcome(delivery));
  }

  /** Carries one message and leaves it with its queue. */
  public StepOutcome outcome(CommandSource.Delivery delivery) {
    return switch (door.read(delivery.text())) {
      case CommandDoor.Read.Genuine genuine ->
          logged(genuine.command(), relay.step(genuine.command()));
      case CommandDoor.Read.Stale stale -> logged(stale.command(), late(stale.command()));
      case CommandDoor.Read.Refused refused ->
          new StepOutcome.Refused(refused.code(), refused.sentence());
    };
  }

  private StepOutcome logged(RelayCommand command, StepOutcome outcome) {
    log.say(said(command), outcome.toString());
    return outcome;
  }

  /**
   * No late close is carried out, but whoever asked for it is told so, which the relay sees to. A
   * halt counts by its epoch alone.
   */
  private StepOutcome late(RelayCommand command) {
    StepOutcome over =
        new StepOutcome.Finished("the command was good until " + command.header().expiresAt());
    return switch (command) {
      case RelayCommand.Close close -> relay.step(close);
      case RelayCommand.CloseAll all -> relay.step(all);
      case RelayCommand.Open open -> over;
      case RelayCommand.SetHalt halt -> relay.step(halt);
      case RelayCommand.Restart restart -> over;
    };
  }

  /** The account in which the message may have left something to close. */
  public Optional<AccountId> exitOf(CommandSource.Delivery delivery) {
    if (!(door.read(delivery.text()) instanceof CommandDoor.Read.Genuine genuine)) {
      return Optional.empty();
    }
    return switch (genuine.command()) {
      case RelayCommand.Close close -> Optional.of(close.header().account());
      case RelayCommand.CloseAll all -> Optional.of(all.header().account());
      case RelayCommand.Open open -> Optional.empty();
      case RelayCommand.SetHalt halt -> Optional.empty();
      case RelayCommand.Restart restart -> Optional.empty();
    };
  }

  /** Tells the queue what became of its message, and the cloud what has changed. */
  public void settle(CommandSource.Delivery delivery, StepOutcome outcome) {
    switch (outcome) {
      case StepOutcome.Finished finished -> source.done(delivery);
      case StepOutcome.Later later -> source.later(delivery, later.pause());
      case StepOutcome.Refused refused -> {
        log.alarm("a command is refused", refused.code() + ": " + refused.sentence());
        source.refuse(delivery);
      }
    }
    relay.tell();
  }

  private static String said(RelayCommand command) {
    return command.getClass().getSimpleName() + " " + command.header().id();
  }
}
