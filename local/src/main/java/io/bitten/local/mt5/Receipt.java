package io.bitten.local.mt5;

import io.bitten.core.relay.Retcode;
import java.math.BigDecimal;

/**
 * The answer to a trade request.
 *
 * @param deal 0 when there was none
 * @param order 0 when there was none
 * @param position 0 when there was none
 * @param lots what was traded
 * @param price at what, 0 when nothing was
 */
public record Receipt(
    Retcode retcode, long deal, long order, long position, BigDecimal lots, BigDecimal price) {

  static Receipt refused(Retcode retcode) {
    return new Receipt(retcode, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /** Whether something was traded or changed, or already was as asked. */
  public boolean done() {
    return switch (retcode.meaning()) {
      case DONE, PARTIAL -> true;
      case NO, UNKNOWN -> false;
    };
  }

  Receipt partial() {
    return new Receipt(Retcode.DONE_PARTIAL, deal, order, position, lots, price);
  }

  /** An answer that does not tell what was done. */
  Receipt saying(Retcode other) {
    return new Receipt(other, 0, order, 0, BigDecimal.ZERO, BigDecimal.ZERO);
  }
}
