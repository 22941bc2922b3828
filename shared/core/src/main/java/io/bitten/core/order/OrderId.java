package io.bitten.core.order;

import io.bitten.core.Digest;
import java.util.regex.Pattern;

/**
 * Our instruction's id: 16 characters of base 32, derived from the tap, so a repeat has the same
 * id.
 */
public record OrderId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z2-7]{16}");

  public OrderId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("order id must be 16 of A-Z, 2-7: " + value);
    }
  }

  /** The id for everything that stands for this one decision to trade. */
  public static OrderId derivedFrom(String... parts) {
    return new OrderId(Digest.base32(16, parts));
  }

  @Override
  public String toString() {
    return value;
  }
}
