package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.account.AccountId;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Commands that come beside the others and of which nothing may come: past their time, for another
 * account, or played again by somebody who kept one.
 */
final class VainCommands {
  /** Why these close: nobody else ever asks for it. */
  static final ExitReason NOBODYS = ExitReason.STOP_OUT;

  private static final Duration OLD = Duration.ofMinutes(11);

  /** More than a machine's clock may be behind. */
  private static final Duration OVER = Duration.ofSeconds(5);

  private static final long LATEST_MS = 90_000;
  private static final int FIRST = 5_001;

  private final Stage stage;
  private final Wires wires;
  private int sent;

  VainCommands(Stage stage, Wires wires) {
    this.stage = stage;
    this.wires = wires;
  }

  /** What comes beside a command that was just sent. */
  void beside(RelayCommand command, FifoQueue<String> queue) {
    Faults faults = stage.faults();
    if (faults.hit(Fault.COMMAND_AGAIN)) {
      stage.time().moment(faults.between(500, LATEST_MS), () -> send(command, queue));
    }
    if (faults.hit(Fault.COMMAND_EXPIRED)) {
      send(new RelayCommand.CloseAll(expired(command.header()), NOBODYS), wires.exits());
    }
    if (faults.hit(Fault.COMMAND_ASTRAY)) {
      astray(command).ifPresent(other -> send(other, queue));
    }
  }

  private void send(RelayCommand command, FifoQueue<String> queue) {
    String once = command.header().id() + "-again-" + ++sent;
    queue.send(command.header().account().value(), once, Json.write(command));
  }

  private CommandHeader expired(CommandHeader like) {
    Instant now = stage.time().instant();
    return new CommandHeader(
        "old-" + like.id(),
        like.account(),
        like.haltEpochs(),
        now.minus(OLD),
        now.minus(OVER),
        like.correlation());
  }

  /** Of one order, which says whose it is. */
  private static Optional<RelayCommand> astray(RelayCommand command) {
    CommandHeader header = elsewhere(command.header());
    return switch (command) {
      case RelayCommand.Open open ->
          Optional.of(new RelayCommand.Open(header, open.order(), open.magic(), open.terms()));
      case RelayCommand.Close close ->
          Optional.of(new RelayCommand.Close(header, close.order(), close.ticket(), NOBODYS));
      case RelayCommand.CloseAll all -> Optional.empty();
      case RelayCommand.SetHalt halt -> Optional.empty();
      case RelayCommand.Restart restart -> Optional.empty();
    };
  }

  private static CommandHeader elsewhere(CommandHeader like) {
    AccountId first = AccountId.of(FIRST, "sim");
    return new CommandHeader(
        "astray-" + like.id(),
        like.account().equals(first) ? AccountId.of(FIRST + 1, "sim") : first,
        like.haltEpochs(),
        like.issuedAt(),
        like.expiresAt(),
        like.correlation());
  }
}
