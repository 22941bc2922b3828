package io.bitten.core.chat;

import io.bitten.core.order.Fill;
import io.bitten.core.order.Terms;
import java.math.BigDecimal;

/** What an order became at the broker: ticket, price and how far off; and how much of it. */
final class FillText {
  private FillText() {}

  static Html of(Fill fill, Terms terms) {
    return Html.of(
        "Ticket ",
        Html.code(fill.ticket()),
        " at ",
        Html.b(fill.price()),
        ", ",
        slippage(fill, terms));
  }

  /** A part is named as one: the rest is not bought later. */
  static String lots(Fill fill, Terms terms) {
    return fill.lots().compareTo(terms.lots()) == 0
        ? fill.lots().toString()
        : fill.lots() + " of " + terms.lots();
  }

  private static String slippage(Fill fill, Terms terms) {
    BigDecimal paid = fill.price().value().subtract(terms.shownPrice().value());
    BigDecimal worse =
        switch (terms.direction()) {
          case BUY -> paid;
          case SELL -> paid.negate();
        };
    String distance = Shows.distance(worse.abs(), terms.symbol(), terms.shownPrice());
    return switch (worse.signum()) {
      case 1 -> distance + " worse than shown";
      case -1 -> distance + " better than shown";
      default -> "no slippage";
    };
  }
}
