package io.bitten.core.signal;

import io.bitten.core.Digest;

/**
 * One link of the chain: {@code hash = SHA-256(previousHash + "\n" + body)}.
 *
 * @param seq 1, 2, 3 ... without gaps
 * @param body canonical JSON: keys sorted, no spaces, prices as text
 */
public record LedgerEntry(long seq, String previousHash, String body, String hash) {
  /** What the first entry points to: 64 zeros. */
  public static final String GENESIS = "0".repeat(64);

  public LedgerEntry {
    if (seq < 1) {
      throw new IllegalArgumentException("ledger sequence starts at 1: " + seq);
    }
  }

  /** The next entry after the given one's sequence and hash. */
  public static LedgerEntry after(LedgerHead head, String body) {
    return new LedgerEntry(
        head.seq() + 1, head.hash(), body, Digest.hex(head.hash() + "\n" + body));
  }

  /** Whether the hash is the one that the previous hash and the body give. */
  public boolean intact() {
    return hash.equals(Digest.hex(previousHash + "\n" + body));
  }

  public LedgerHead head() {
    return new LedgerHead(seq, hash);
  }
}
