package io.bitten.core.signal;

/** What checking a ledger found. */
public sealed interface Verification {

  /** Every entry follows from the one before. */
  record Intact(LedgerHead head) implements Verification {}

  /**
   * The first entry that does not stand where or as it was written.
   *
   * @param seq its number
   * @param sentence what is wrong, for a person
   */
  record Broken(long seq, Flaw flaw, String sentence) implements Verification {}

  /** What was done to an entry. */
  enum Flaw {
    TAMPERED,
    DROPPED,
    REORDERED,
    BACKDATED
  }
}
