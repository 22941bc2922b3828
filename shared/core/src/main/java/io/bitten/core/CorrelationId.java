package io.bitten.core;

/** Follows one signal from its birth to its fill, through every event, command and log line. */
public record CorrelationId(String value) {
  public CorrelationId {
    if (!value.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException(
          "correlation id must be 1..64 letters, digits, _ or -: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
