package io.bitten.relay.wiring;

import io.bitten.adapters.sign.CommandVerifier;
import io.bitten.relay.CommandDoor;

/**
 * Lets only commands in that the cloud signed for one of our accounts, and tells apart what is
 * late.
 */
public final class SignedDoor implements CommandDoor {
  private final CommandVerifier verifier;

  public SignedDoor(CommandVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public Read read(String text) {
    return switch (verifier.verify(text)) {
      case CommandVerifier.Verified.Genuine genuine -> new Read.Genuine(genuine.command());
      case CommandVerifier.Verified.Late late -> new Read.Stale(late.command());
      case CommandVerifier.Verified.Refused refused ->
          new Read.Refused(refused.reason().name(), refused.sentence());
    };
  }
}
