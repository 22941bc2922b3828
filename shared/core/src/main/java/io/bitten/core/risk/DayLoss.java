package io.bitten.core.risk;

import io.bitten.core.account.Money;

/** What a day has lost, by whichever of two countings is more; negative on a winning day. */
public sealed interface DayLoss {
  Money amount();

  String sentence();

  /** How far balance or equity, whichever is less, is below the day's opening balance. */
  record Shown(Money amount) implements DayLoss {
    @Override
    public String sentence() {
      return amount.amount().signum() > 0
          ? Texts.below(amount, "the day's opening balance")
          : "Balance and equity are not below the day's opening balance";
    }
  }

  /** What the trades closed on this day lost, which no deposit gives back. */
  record Booked(Money amount) implements DayLoss {
    @Override
    public String sentence() {
      return amount.amount().signum() > 0
          ? "Today's closed trades lost " + amount.shownUp()
          : "Today's closed trades lost nothing";
    }
  }
}
