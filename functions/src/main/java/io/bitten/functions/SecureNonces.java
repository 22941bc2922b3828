package io.bitten.functions;

import io.bitten.core.Nonces;
import java.security.SecureRandom;

/** Nonces from the operating system's generator, which a SnapStart restore does not repeat. */
public final class SecureNonces implements Nonces {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int LENGTH = 16;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String next() {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int index = 0; index < LENGTH; index++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
