package io.bitten.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, for ids derived from what they stand for and for the ledger's chain. */
public final class Digest {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Digest() {}

  /** Lower-case hex of the SHA-256 of the UTF-8 text, 64 characters. */
  public static String hex(String text) {
    return HexFormat.of().formatHex(sha256(text));
  }

  /** The first {@code length} base-32 characters (at most 51) of the SHA-256 of the parts. */
  public static String base32(int length, String... parts) {
    byte[] hash = sha256(String.join("\n", parts));
    StringBuilder text = new StringBuilder(length);
    int bits = 0;
    int held = 0;
    int index = 0;
    while (text.length() < length) {
      if (held < 5) {
        bits = (bits << 8) | (hash[index++] & 0xff);
        held += 8;
      }
      held -= 5;
      text.append(BASE32.charAt((bits >>> held) & 31));
      bits &= (1 << held) - 1;
    }
    return text.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
