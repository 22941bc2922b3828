package io.bitten.adapters.sign;

import io.bitten.adapters.json.Json;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.RelayCommand;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** Signs commands for relays, so that whoever can write to a queue cannot trade. */
public final class CommandSigner {
  private final CommandKeys.Private key;

  /**
   * A signer with the cloud's private key.
   *
   * @param privateKey as {@link CommandKeys} writes it
   */
  public CommandSigner(String privateKey) {
    this.key = CommandKeys.privateKey(privateKey);
  }

  /** The envelope's JSON: bound to the command's account and expiry. */
  public String sign(RelayCommand command) {
    CommandHeader header = command.header();
    String account = header.account().value();
    String payload = Json.write(command);
    String text = SignedCommand.signedText(key.id(), account, header.expiresAt(), payload);
    return Json.write(
        new SignedCommand(key.id(), account, header.expiresAt(), payload, signature(text)));
  }

  private String signature(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key.key());
    signer.update(bytes, 0, bytes.length);
    return Base64.getEncoder().encodeToString(signer.generateSignature());
  }
}
