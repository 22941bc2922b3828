package io.bitten.core.fire;

import java.util.regex.Pattern;

/** The id of one confirmation card: 16 unguessable characters of A-Z, 2-7. */
public record OfferId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z2-7]{16}");

  public OfferId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("offer id must be 16 of A-Z, 2-7: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
