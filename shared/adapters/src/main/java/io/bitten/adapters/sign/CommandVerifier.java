package io.bitten.adapters.sign;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Json;
import io.bitten.core.account.AccountId;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.RelayCommand;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Opens signed commands on a relay; what is not genuine and for us is refused by name, and what is
 * late is told apart.
 */
public final class CommandVerifier {
  /** Why an envelope was refused. */
  public enum Reason {
    MALFORMED,
    UNKNOWN_KEY,
    BAD_SIGNATURE,
    OTHER_ACCOUNT
  }

  /** What a text turned out to be. */
  public sealed interface Verified {
    record Genuine(RelayCommand command) implements Verified {}

    /** Genuine and for us, and its time is over. */
    record Late(RelayCommand command) implements Verified {}

    record Refused(Reason reason, String sentence) implements Verified {}
  }

  private final Map<String, Ed25519PublicKeyParameters> keys;
  private final Set<AccountId> accounts;
  private final InstantSource time;

  /**
   * A verifier for one relay.
   *
   * @param publicKeys as {@link CommandKeys} writes them, separated by commas
   * @param accounts the accounts this relay trades
   */
  public CommandVerifier(String publicKeys, Set<AccountId> accounts, InstantSource time) {
    this.keys = CommandKeys.publicKeys(publicKeys);
    this.accounts = Set.copyOf(accounts);
    this.time = time;
  }

  /** Never throws at a stranger's text. */
  public Verified verify(String text) {
    try {
      return verify(Json.read(text, SignedCommand.class));
    } catch (BadJson e) {
      return refused(Reason.MALFORMED, e.getMessage());
    }
  }

  private Verified verify(SignedCommand envelope) {
    Ed25519PublicKeyParameters key = keys.get(envelope.keyId());
    if (key == null) {
      return refused(Reason.UNKNOWN_KEY, "no such key is known here");
    }
    if (!genuine(envelope, key)) {
      return refused(Reason.BAD_SIGNATURE, "the signature is not that key's over this text");
    }
    RelayCommand command = Json.read(envelope.payload(), RelayCommand.class);
    CommandHeader header = command.header();
    if (!header.account().value().equals(envelope.account())
        || !header.expiresAt().equals(envelope.expiresAt())) {
      return refused(Reason.MALFORMED, "envelope and command do not agree");
    }
    if (!accounts.contains(header.account())) {
      return refused(Reason.OTHER_ACCOUNT, "is for " + header.account());
    }
    if (!time.instant().isBefore(header.expiresAt())) {
      return new Verified.Late(command);
    }
    return new Verified.Genuine(command);
  }

  private static boolean genuine(SignedCommand envelope, Ed25519PublicKeyParameters key) {
    String text =
        SignedCommand.signedText(
            envelope.keyId(), envelope.account(), envelope.expiresAt(), envelope.payload());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(false, key);
    signer.update(bytes, 0, bytes.length);
    try {
      return signer.verifySignature(Base64.getDecoder().decode(envelope.signature()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Verified refused(Reason reason, String sentence) {
    return new Verified.Refused(reason, sentence);
  }
}
