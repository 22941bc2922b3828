package io.bitten.core.order;

import java.util.Map;

/** Every edge of an order's life, by hand: state and fact, and the state they lead to. */
public final class Edges {
  /** The whole table: whatever is not here is illegal. */
  public static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("NEW Claimed", "SUBMITTING"),
          Map.entry("NEW DeadlinePassedUnclaimed", "EXPIRED"),
          Map.entry("NEW Halted", "KILLED"),
          Map.entry("NEW Undeliverable", "DEAD"),
          Map.entry("SUBMITTING ProvenNotSent", "NEW"),
          Map.entry("SUBMITTING HaltedUnsent", "KILLED"),
          Map.entry("SUBMITTING AnswerLost", "UNKNOWN"),
          Map.entry("SUBMITTING Accepted", "FILLED"),
          Map.entry("SUBMITTING Refused", "REJECTED"),
          Map.entry("SUBMITTING TurnedDown", "NEW"),
          Map.entry("UNKNOWN PositionSeen", "FILLED"),
          Map.entry("UNKNOWN NeverExecuted", "EXPIRED"),
          Map.entry("FILLED StopSeen", "PROTECTED"),
          Map.entry("FILLED StopMissing", "UNPROTECTED"),
          Map.entry("UNPROTECTED StopSeen", "PROTECTED"),
          Map.entry("UNPROTECTED CloseAsked", "CLOSING"),
          Map.entry("PROTECTED StopMissing", "UNPROTECTED"),
          Map.entry("PROTECTED PositionChanged", "PROTECTED"),
          Map.entry("PROTECTED CloseAsked", "CLOSING"),
          Map.entry("PROTECTED Exited", "CLOSED"),
          Map.entry("CLOSING Exited", "CLOSED"),
          Map.entry("CLOSING CloseRefused", "PROTECTED"));

  private Edges() {}
}
