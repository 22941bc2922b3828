package io.bitten.core.market;

import java.util.Set;
import java.util.regex.Pattern;

/** An ISO 4217 currency, or a metal code such as XAU: exactly three capital letters. */
public record Currency(String code) {
  private static final Set<String> METALS = Set.of("XAU", "XAG", "XPT", "XPD");
  private static final Pattern FORM = Pattern.compile("[A-Z]{3}");

  public Currency {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException("currency must be three capital letters: " + code);
    }
  }

  /** Whether it is a precious metal (ISO 4217: XAU, XAG, XPT, XPD). */
  public boolean metal() {
    return METALS.contains(code);
  }

  @Override
  public String toString() {
    return code;
  }
}
