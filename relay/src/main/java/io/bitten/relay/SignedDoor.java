package io.bitten.relay;

import io.bitten.adapters.sign.CommandVerifier;

/** Lets through what our cloud signed for an account served here. */
public final class SignedDoor implements CommandDoor {
  private final CommandVerifier verifier;

  public SignedDoor(CommandVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public Read read(String text) {
    return switch (verifier.verify(text)) {
      case CommandVerifier.Verified.Genuine genuine -> new Read.Genuine(genuine.command());
      case CommandVerifier.Verified.Refused refused ->
          new Read.Refused(refused.reason().name(), refused.sentence());
    };
  }
}
