package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.order.RelayCommand;
import io.bitten.relay.CommandDoor;

/**
 * Reads commands as JSON. Their signatures are left out: making and checking one costs as much as
 * the rest of a story, and nothing here forges any.
 */
final class SimDoor implements CommandDoor {
  private final Mutant mutant;
  private String lastText = "";
  private Read last = new Read.Stale("nothing was read yet");

  SimDoor(Mutant mutant) {
    this.mutant = mutant;
  }

  /** One message is read several times in a row. */
  @Override
  public Read read(String text) {
    if (!text.equals(lastText)) {
      last = fresh(Json.read(text, RelayCommand.class));
      lastText = text;
    }
    return last;
  }

  private Read fresh(RelayCommand command) {
    boolean deaf = mutant == Mutant.NO_HALT_CHECK && command instanceof RelayCommand.SetHalt;
    return deaf ? new Read.Stale("nobody listens") : new Read.Genuine(command);
  }
}
