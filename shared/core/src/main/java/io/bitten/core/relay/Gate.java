package io.bitten.core.relay;

/** Whether the last hop before the broker lets entries pass. Exits always pass. */
public enum Gate {
  OPEN,
  SHUT;

  /** What a last hop did with the wish to open or shut its gate. */
  public sealed interface Answer {
    /** It says itself that it stands so. */
    record Obeyed() implements Answer {}

    /** It was told, and does not say yet that it stands so. */
    record Told() implements Answer {}

    /** It has no gate: only the relay before it stops entries. */
    record NotOffered() implements Answer {}

    record Failed(String why) implements Answer {}
  }
}
