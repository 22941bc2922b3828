package io.bitten.relay;

import io.bitten.core.Digest;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids of closes. No two are the same, of no two processes, also on a disk that takes nothing: a
 * bridge finds results by them, and one of an earlier try would be taken for this one's.
 */
final class CloseIds {
  /** An id has at most 26: ten more letters number the process's closes. */
  private static final int PROCESS_LETTERS = 14;

  private final String process;
  private final AtomicLong closes = new AtomicLong();

  CloseIds(Boot boot) {
    this.process = Digest.base32(PROCESS_LETTERS, boot.relay(), boot.bootId());
  }

  String next() {
    return "C" + process + "N" + closes.incrementAndGet();
  }
}
