package io.bitten.relay;

import io.bitten.core.order.RelayCommand;

/** Turns a message's text into a command that our cloud signed, or says why it is none. */
public interface CommandDoor {

  /** What a text turned out to be. */
  sealed interface Read {
    record Genuine(RelayCommand command) implements Read {}

    /** It was genuine, and is too old to be obeyed. */
    record Stale(RelayCommand command) implements Read {}

    record Refused(String code, String sentence) implements Read {}
  }

  Read read(String text);
}
