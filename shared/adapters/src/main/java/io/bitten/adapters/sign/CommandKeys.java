package io.bitten.adapters.sign;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;

/**
 * Ed25519 keys as text: {@code id:base64}, PKCS#8 for the private one (the cloud's secret) and
 * X.509 for the public one (in the relay's configuration). Several public keys are separated by
 * commas, so that a key can be replaced while both are known. The JDK makes and reads keys; Bouncy
 * Castle signs and verifies, more than ten times as fast.
 */
public final class CommandKeys {
  private static final String ALGORITHM = "Ed25519";

  private static final int MOST_KEYS = 8;
  private static final int PUBLIC_BYTES = Ed25519PublicKeyParameters.KEY_SIZE;
  private static final Pattern KEY = Pattern.compile("([A-Za-z0-9._-]{1,40}):([A-Za-z0-9+/=]+)");

  /** A new pair of keys as text. */
  public record Pair(String privateKey, String publicKey) {
    /** Never shows the private key. */
    @Override
    public String toString() {
      return "Pair[publicKey=" + publicKey + "]";
    }
  }

  /** A private key and its id. */
  record Private(String id, Ed25519PrivateKeyParameters key) {
    @Override
    public String toString() {
      return "Private[id=" + id + "]";
    }
  }

  private CommandKeys() {}

  /** Makes a new pair under the given id. */
  public static Pair generate(String id) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new Pair(
          id + ":" + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
          id + ":" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  static Private privateKey(String text) {
    Matcher parts = parts(text, "command key");
    try {
      PKCS8EncodedKeySpec spec =
          new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts.group(2)));
      EdECPrivateKey key = (EdECPrivateKey) KeyFactory.getInstance(ALGORITHM).generatePrivate(spec);
      byte[] seed = key.getBytes().orElseThrow();
      return new Private(parts.group(1), new Ed25519PrivateKeyParameters(seed));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("the command key is not a private Ed25519 key", e);
    }
  }

  static Map<String, Ed25519PublicKeyParameters> publicKeys(String text) {
    String[] several = text.split(",", -1);
    if (several.length > MOST_KEYS) {
      throw new IllegalArgumentException("at most " + MOST_KEYS + " public command keys");
    }
    Map<String, Ed25519PublicKeyParameters> keys = new LinkedHashMap<>();
    for (String one : several) {
      Matcher parts = parts(one.strip(), "public command key");
      keys.put(parts.group(1), publicKey(parts.group(2)));
    }
    return Map.copyOf(keys);
  }

  private static Ed25519PublicKeyParameters publicKey(String base64) {
    try {
      X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
      byte[] encoded = KeyFactory.getInstance(ALGORITHM).generatePublic(spec).getEncoded();
      // The point is what X.509 ends with (RFC 8410, section 4).
      return new Ed25519PublicKeyParameters(encoded, encoded.length - PUBLIC_BYTES);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("a public command key is not a public Ed25519 key", e);
    }
  }

  private static Matcher parts(String text, String what) {
    Matcher parts = KEY.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a " + what + " must look like id:base64");
    }
    return parts;
  }
}
