package io.bitten.core.billing;

import io.bitten.core.account.UserId;
import java.util.regex.Pattern;

/**
 * What a bill is of: a subscription at Stripe, by its own id {@code sub_...}, or somebody's Press
 * Pass.
 */
public record BillId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,255}");

  public BillId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "bill id must be 1..255 letters, digits, _ or -: " + value);
    }
  }

  /** The one Press Pass that a person gets. */
  public static BillId passOf(UserId user) {
    return new BillId("pass_" + user);
  }

  @Override
  public String toString() {
    return value;
  }
}
