package io.bitten.core.signal;

/** {@code SIG_20240101_001}: the day and the number of the signal in that day. */
public record SignalId(String value) {
  public SignalId {
    if (!value.matches("SIG_[0-9]{8}_[0-9]{3,6}")) {
      throw new IllegalArgumentException("signal id must look like SIG_20240101_001: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
