package io.bitten.local.mt5;

import java.util.List;

/**
 * One change of an account: a position as it is now and the deal that made it so, if one did.
 *
 * @param deals none when only stops were moved, else one
 */
record BookEntry(Holding position, List<Deal> deals) {
  BookEntry {
    deals = List.copyOf(deals);
  }
}
