package io.bitten.core.account;

import io.bitten.core.market.Currency;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact amount in one currency. Equal by value. */
public record Money(BigDecimal amount, Currency currency) {

  public static Money of(String amount, String currency) {
    return new Money(new BigDecimal(amount), new Currency(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(BigDecimal.ZERO, currency);
  }

  public Money plus(Money other) {
    return new Money(amount.add(same(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(same(other).amount), currency);
  }

  /** This amount for people: two decimals, half up, then the currency. */
  public String shown() {
    return shown(RoundingMode.HALF_UP);
  }

  /** The same of what is or may be lost: never less than it is. */
  public String shownUp() {
    return shown(RoundingMode.CEILING);
  }

  /** The same of what is left or allowed: never more than it is. */
  public String shownDown() {
    return shown(RoundingMode.FLOOR);
  }

  /** The same of a result: what is shown as a gain has a plus. */
  public String shownSigned() {
    String text = shown();
    return amount.setScale(2, RoundingMode.HALF_UP).signum() > 0 ? "+" + text : text;
  }

  private String shown(RoundingMode rounding) {
    return amount.setScale(2, rounding).toPlainString() + " " + currency;
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot mix " + currency + " with " + other.currency);
    }
    return other;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Money money
        && currency.equals(money.currency)
        && amount.compareTo(money.amount) == 0;
  }

  @Override
  public int hashCode() {
    return amount.stripTrailingZeros().hashCode() * 31 + currency.hashCode();
  }
}
