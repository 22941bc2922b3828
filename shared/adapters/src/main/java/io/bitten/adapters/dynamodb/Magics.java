package io.bitten.adapters.dynamodb;

import io.bitten.core.account.Magic;

/**
 * Takes magics from the table's counter, a few at a time: most fires wait for no write of their
 * own. What a process has taken and not given when it ends is a gap. A function's snapshot must
 * hold none: priming mints no magic.
 */
final class Magics {
  static final int TAKEN_AT_ONCE = 16;

  private final Table table;
  private long last;
  private long end;

  Magics(Table table) {
    this.table = table;
  }

  synchronized Magic next() {
    if (last == end) {
      end = table.increment("counter", "magic", "n", TAKEN_AT_ONCE);
      last = end - TAKEN_AT_ONCE;
    }
    last++;
    return Magic.ours(last);
  }
}
