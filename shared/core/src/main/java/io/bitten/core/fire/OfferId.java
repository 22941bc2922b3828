package io.bitten.core.fire;

/** The id of one confirmation card: 16 unguessable characters of A-Z, 2-7. */
public record OfferId(String value) {
  public OfferId {
    if (!value.matches("[A-Z2-7]{16}")) {
      throw new IllegalArgumentException("offer id must be 16 of A-Z, 2-7: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
