package io.bitten.core.account;

/** An MT5 account: {@code login@server}. */
public record AccountId(String value) {
  public AccountId {
    if (!value.matches("[0-9]{1,12}@[A-Za-z0-9._-]{1,60}")) {
      throw new IllegalArgumentException("account id must be login@server: " + value);
    }
  }

  public static AccountId of(long login, String server) {
    return new AccountId(login + "@" + server);
  }

  @Override
  public String toString() {
    return value;
  }
}
