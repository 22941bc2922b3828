package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.halt.Halt;
import io.bitten.core.order.RelayCommand;
import io.bitten.relay.CommandDoor;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads commands as JSON. Their signatures are left out: making and checking one costs as much as
 * the rest of a story, and nothing here forges any.
 */
final class SimDoor implements CommandDoor {
  private final Mutant mutant;
  private final Map<String, Read> known = new HashMap<>();

  SimDoor(Mutant mutant) {
    this.mutant = mutant;
  }

  /** One message is read several times, by whoever has it in hand. */
  @Override
  public Read read(String text) {
    return known.computeIfAbsent(text, this::fresh);
  }

  private Read fresh(String text) {
    RelayCommand command = Json.read(text, RelayCommand.class);
    boolean deaf =
        command instanceof RelayCommand.SetHalt told
            && (mutant == Mutant.NO_HALT_CHECK
                || mutant == Mutant.LIFT_UNHEARD && told.halt() instanceof Halt.Lifted);
    return deaf ? new Read.Refused("DEAF", "nobody listens") : new Read.Genuine(command);
  }
}
