package io.bitten.core.market;

import java.util.regex.Pattern;

/**
 * A canonical pair such as EURUSD: base then quote currency, six capital letters. A broker's suffix
 * never appears here; the last hop maps the canonical symbol to the terminal's own name.
 */
public record Symbol(String code) implements Comparable<Symbol> {
  private static final Pattern FORM = Pattern.compile("[A-Z]{6}");

  public Symbol {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException("symbol must be six capital letters: " + code);
    }
  }

  public Currency base() {
    return new Currency(code.substring(0, 3));
  }

  public Currency quote() {
    return new Currency(code.substring(3));
  }

  public boolean involves(Currency currency) {
    return base().equals(currency) || quote().equals(currency);
  }

  @Override
  public int compareTo(Symbol other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
