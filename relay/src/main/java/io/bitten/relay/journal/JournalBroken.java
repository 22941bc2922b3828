package io.bitten.relay.journal;

/** The journal's disk failed. Nothing may be sent until a person has looked and restarted. */
public final class JournalBroken extends RuntimeException {
  JournalBroken(String message, Throwable cause) {
    super(message, cause);
  }
}
