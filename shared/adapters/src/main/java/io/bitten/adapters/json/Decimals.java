package io.bitten.adapters.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which decimal numbers there are: what an edge takes in can be stored, and what is stored can be
 * read back.
 */
public final class Decimals {
  private static final int WHOLE_DIGITS = 18;
  private static final int FRACTION_DIGITS = 34;
  private static final Pattern TEXT =
      Pattern.compile("-?[0-9]{1,%d}([.][0-9]{1,%d})?".formatted(WHOLE_DIGITS, FRACTION_DIGITS));

  /** Finer than any currency; what is finer yet is a terminal's floating-point noise. */
  private static final int MONEY_DIGITS = 8;

  private Decimals() {}

  /** Whether the number can be stored: its plain text is one that {@link #find} finds. */
  public static boolean fits(BigDecimal number) {
    return wholeDigits(number) <= WHOLE_DIGITS && number.scale() <= FRACTION_DIGITS;
  }

  /** An amount of money as a terminal tells it, without its noise. */
  public static BigDecimal money(BigDecimal told) {
    if (told.scale() <= MONEY_DIGITS) {
      return told;
    }
    return wholeDigits(told) < -MONEY_DIGITS
        ? BigDecimal.ZERO
        : told.setScale(MONEY_DIGITS, RoundingMode.HALF_UP);
  }

  /** The number that is written in plain digits, or empty when that cannot be stored. */
  static Optional<BigDecimal> find(String text) {
    return TEXT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /** Digits before the point; less than none where zeroes follow it. */
  private static long wholeDigits(BigDecimal number) {
    return (long) number.precision() - number.scale();
  }
}
