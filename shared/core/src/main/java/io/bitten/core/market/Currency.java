package io.bitten.core.market;

/** An ISO 4217 currency, or a metal code such as XAU: exactly three capital letters. */
public record Currency(String code) {
  public Currency {
    if (!code.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("currency must be three capital letters: " + code);
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
