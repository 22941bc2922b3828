package io.bitten.relay.wiring;

import io.bitten.adapters.sign.CommandVerifier;
import io.bitten.core.order.RelayCommand;
import io.bitten.relay.CommandDoor;

/** Lets only commands in that the cloud signed for one of our accounts, and stops what is late. */
public final class SignedDoor implements CommandDoor {
  private final CommandVerifier verifier;

  public SignedDoor(CommandVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public Read read(String text) {
    return switch (verifier.verify(text)) {
      case CommandVerifier.Verified.Genuine genuine -> new Read.Genuine(genuine.command());
      case CommandVerifier.Verified.Late late -> late(late.command());
      case CommandVerifier.Verified.Refused refused ->
          new Read.Refused(refused.reason().name(), refused.sentence());
    };
  }

  /**
   * The relay carries out no late close, and tells whoever asked; a halt counts by its epoch alone.
   */
  private static Read late(RelayCommand command) {
    return switch (command) {
      case RelayCommand.Close close -> new Read.Genuine(close);
      case RelayCommand.CloseAll all -> new Read.Genuine(all);
      case RelayCommand.SetHalt halt -> new Read.Genuine(halt);
      case RelayCommand.Open open -> stale(open);
      case RelayCommand.Restart restart -> stale(restart);
    };
  }

  private static Read stale(RelayCommand command) {
    return new Read.Stale("was good until " + command.header().expiresAt());
  }
}
