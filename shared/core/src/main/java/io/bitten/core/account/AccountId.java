package io.bitten.core.account;

import java.util.regex.Pattern;

/** An MT5 account: {@code login@server}. */
public record AccountId(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,12}@[A-Za-z0-9._-]{1,60}");

  public AccountId {
    if (!FORM.matcher(value).matches()) {
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
