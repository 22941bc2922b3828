package io.bitten.core;

import java.util.regex.Pattern;

/** Follows one signal from its birth to its fill, through every event, command and log line. */
public record CorrelationId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public CorrelationId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "correlation id must be 1..64 letters, digits, _ or -: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
