package io.bitten.core.account;

import io.bitten.core.market.Currency;

/** A demo account the operator has set aside, and whom it may be lent to. */
public record DemoAccount(AccountId id, String broker, Currency currency, Borrowers borrowers) {

  /**
   * Reads {@code login@server:broker:currency}.
   *
   * @throws IllegalArgumentException naming what is wrong
   */
  static DemoAccount parse(String text, Borrowers borrowers) {
    String[] parts = text.strip().split(":");
    if (parts.length != 3 || parts[1].isBlank()) {
      throw new IllegalArgumentException(
          "demo account must be login@server:broker:currency: " + text);
    }
    return new DemoAccount(new AccountId(parts[0]), parts[1], new Currency(parts[2]), borrowers);
  }

  public TradingAccount ownedBy(UserId owner) {
    return new TradingAccount(id, owner, AccountMode.DEMO, currency, broker);
  }
}
