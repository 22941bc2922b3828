package io.bitten.core.account;

/** The terminal's number of a position or order; more than zero. */
public record Ticket(long value) {
  public Ticket {
    if (value <= 0) {
      throw new IllegalArgumentException("ticket must be positive: " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
