package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.account.AccountId;
import io.bitten.core.halt.Halt;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.RelayCommand;
import io.bitten.relay.CommandDoor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads commands as JSON, and looks at their account and their time. Their signatures are left out:
 * making and checking one costs as much as the rest of a story, and nothing here forges any.
 */
final class SimDoor implements CommandDoor {
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final Mutant mutant;
  private final Scene scene;
  private final Map<String, RelayCommand> known = new HashMap<>();

  SimDoor(Mutant mutant, Scene scene) {
    this.mutant = mutant;
    this.scene = scene;
  }

  /** One message is read several times, by whoever has it in hand. */
  @Override
  public Read read(String text) {
    RelayCommand command =
        known.computeIfAbsent(text, it -> taken(Json.read(it, RelayCommand.class)));
    CommandHeader header = command.header();
    if (!scene.stage().checks().brokers().containsKey(header.account())) {
      return new Read.Refused("OTHER_ACCOUNT", "is for " + header.account());
    }
    if (deaf(command)) {
      return new Read.Refused("DEAF", "nobody listens");
    }
    boolean over = !scene.stage().time().instant().isBefore(header.expiresAt());
    return over ? new Read.Stale(command) : new Read.Genuine(command);
  }

  private boolean deaf(RelayCommand command) {
    return command instanceof RelayCommand.SetHalt told
        && (mutant == Mutant.NO_HALT_CHECK
            || mutant == Mutant.LIFT_UNHEARD && told.halt() instanceof Halt.Lifted);
  }

  /** A command as it is taken where its time or its account does not matter. */
  private RelayCommand taken(RelayCommand command) {
    CommandHeader header = command.header();
    return switch (command) {
      case RelayCommand.CloseAll all when mutant == Mutant.NEVER_TOO_OLD ->
          new RelayCommand.CloseAll(
              with(header, header.account(), header.issuedAt().plus(FOR_EVER)), all.reason());
      case RelayCommand.Close close when mutant == Mutant.ANY_ACCOUNT ->
          new RelayCommand.Close(
              with(header, account(close.order()), header.expiresAt()),
              close.order(),
              close.ticket(),
              close.reason());
      case RelayCommand.Open open -> open;
      case RelayCommand.Close close -> close;
      case RelayCommand.CloseAll all -> all;
      case RelayCommand.SetHalt halt -> halt;
      case RelayCommand.Restart restart -> restart;
    };
  }

  private AccountId account(OrderId order) {
    return scene.memory().orders().find(order).orElseThrow().value().account();
  }

  private static CommandHeader with(CommandHeader header, AccountId account, Instant expiresAt) {
    return new CommandHeader(
        header.id(),
        account,
        header.haltEpochs(),
        header.issuedAt(),
        expiresAt,
        header.correlation());
  }
}
