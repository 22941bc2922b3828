package io.bitten.core.account;

/** A Telegram chat; up to 52 bits, negative for groups. */
public record ChatId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
