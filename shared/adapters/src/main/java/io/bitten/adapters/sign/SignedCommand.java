package io.bitten.adapters.sign;

import java.time.Instant;

/**
 * The envelope a relay command travels in.
 *
 * @param keyId which key signed it
 * @param account the only account it may be obeyed for
 * @param expiresAt after this it is refused
 * @param payload the command's own JSON, exactly as it was signed
 * @param signature Ed25519 over {@link #signedText}, Base64
 */
record SignedCommand(
    String keyId, String account, Instant expiresAt, String payload, String signature) {

  /**
   * What is signed: a fixed first line that binds the signature to this use, then the envelope's
   * fields and the payload, one a line. None but the last may hold a line break.
   */
  static String signedText(String keyId, String account, Instant expiresAt, String payload) {
    return String.join("\n", "bitten-command-1", keyId, account, expiresAt.toString(), payload);
  }
}
