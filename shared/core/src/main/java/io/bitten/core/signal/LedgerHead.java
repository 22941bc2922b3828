package io.bitten.core.signal;

/** The newest entry's number and hash; 0 and 64 zeros for an empty ledger. */
public record LedgerHead(long seq, String hash) {
  public static LedgerHead empty() {
    return new LedgerHead(0, LedgerEntry.GENESIS);
  }
}
