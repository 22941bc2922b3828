package io.bitten.functions;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Compares and makes what proves a sender, in constant time. */
public final class Signatures {
  private Signatures() {}

  /** Whether the given text is one of the secrets; never, when there is none. */
  public static boolean matches(String given, List<String> secrets) {
    byte[] digest = sha256(given);
    boolean found = false;
    for (String secret : secrets) {
      // Digests hide the length, and every secret is looked at.
      found |= MessageDigest.isEqual(digest, sha256(secret));
    }
    return found && !given.isEmpty();
  }

  public static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
