package io.bitten.adapters.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.json.Json;
import io.bitten.adapters.sign.CommandVerifier.Reason;
import io.bitten.adapters.sign.CommandVerifier.Verified;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.account.AccountId;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.order.RelayCommand;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignedCommandTest {
  private static final CommandKeys.Pair KEYS = CommandKeys.generate("k1");
  private static final CommandKeys.Pair OTHERS = CommandKeys.generate("k1");
  private static final RelayCommand OPEN = SomeKinds.commands().getFirst();

  private final ManualTime time = new ManualTime(Some.NOW);
  private final CommandVerifier relay = relay(KEYS.publicKey(), Some.ACCOUNT);

  static List<RelayCommand> commands() {
    return SomeKinds.commands();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void what_the_cloud_signed_opens_at_its_relay(RelayCommand command) {
    assertThat(relay.verify(signed(command))).isEqualTo(new Verified.Genuine(command));
  }

  @Test
  void the_jdk_finds_the_signature_good_as_well() throws GeneralSecurityException {
    SignedCommand envelope = Json.read(signed(OPEN), SignedCommand.class);
    byte[] key = Base64.getDecoder().decode(KEYS.publicKey().substring(3));
    Signature jdk = Signature.getInstance("Ed25519");
    jdk.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
    String text =
        SignedCommand.signedText(
            envelope.keyId(), envelope.account(), envelope.expiresAt(), envelope.payload());
    jdk.update(text.getBytes(StandardCharsets.UTF_8));

    assertThat(jdk.verify(Base64.getDecoder().decode(envelope.signature()))).isTrue();
  }

  @Test
  void a_command_of_another_key_with_the_same_name_is_refused() {
    String forged = new CommandSigner(OTHERS.privateKey()).sign(OPEN);

    assertThat(reason(relay.verify(forged))).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void a_command_of_an_unknown_key_is_refused() {
    String strange = new CommandSigner(CommandKeys.generate("k9").privateKey()).sign(OPEN);

    assertThat(reason(relay.verify(strange))).isEqualTo(Reason.UNKNOWN_KEY);
  }

  @Test
  void a_command_for_another_account_is_refused() {
    CommandVerifier elsewhere = relay(KEYS.publicKey(), AccountId.of(1, "Other"));

    assertThat(reason(elsewhere.verify(signed(OPEN)))).isEqualTo(Reason.OTHER_ACCOUNT);
  }

  @Test
  void a_command_past_its_time_is_told_apart() {
    time.advance(Duration.ofSeconds(8));

    assertThat(relay.verify(signed(OPEN))).isEqualTo(new Verified.Late(OPEN));
  }

  @Test
  void any_changed_character_is_refused() {
    String text = signed(OPEN);
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      char[] changed = text.toCharArray();
      int at = random.nextInt(changed.length);
      changed[at] = (char) (changed[at] ^ (1 << random.nextInt(6)));

      Verified verified = relay.verify(new String(changed));

      // Base64 ignores the last character's unused bits: the command itself is the same then.
      if (verified instanceof Verified.Genuine genuine) {
        assertThat(genuine.command()).as("seed %s", seed).isEqualTo(OPEN);
      }
    }
  }

  @Test
  void a_longer_life_or_another_account_on_the_envelope_is_refused() {
    String text = signed(OPEN);

    assertThat(reason(relay.verify(text.replaceFirst("10:00:08Z", "11:00:08Z"))))
        .isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(reason(relay.verify(text.replaceFirst("500123@", "500124@"))))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void a_command_of_a_version_to_come_is_refused_by_its_name() throws GeneralSecurityException {
    String next = Json.write(OPEN).replace("\"wire_version\":1", "\"wire_version\":2");

    assertThat(relay.verify(signed(next)))
        .isEqualTo(
            new Verified.Refused(
                Reason.MALFORMED, "wire_version must be 1, the only version known here"));
  }

  @Test
  void a_command_of_a_cloud_that_said_no_version_opens() throws GeneralSecurityException {
    String old = Json.write(OPEN).replace(",\"wire_version\":1", "");

    assertThat(relay.verify(signed(old))).isEqualTo(new Verified.Genuine(OPEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "null", "[]", "signed", "{\"key_id\":\"k1\"}"})
  void what_is_no_envelope_is_refused(String text) {
    assertThat(reason(relay.verify(text))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void both_keys_are_good_while_one_replaces_the_other() {
    CommandKeys.Pair next = CommandKeys.generate("k2");
    CommandVerifier both = relay(KEYS.publicKey() + ", " + next.publicKey(), Some.ACCOUNT);

    assertThat(both.verify(signed(OPEN))).isInstanceOf(Verified.Genuine.class);
    assertThat(both.verify(new CommandSigner(next.privateKey()).sign(OPEN)))
        .isInstanceOf(Verified.Genuine.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "k1", "k1:", "k1:%%%", "k1:AAAA", "two words:AAAA"})
  void a_text_that_is_no_key_is_refused_without_showing_it(String text) {
    assertThatThrownBy(() -> new CommandSigner(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> relay(text, Some.ACCOUNT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_private_key_is_never_printed() {
    String secret = KEYS.privateKey().substring(3);

    assertThat(KEYS.toString()).doesNotContain(secret);
    assertThat(CommandKeys.privateKey(KEYS.privateKey()).toString()).doesNotContain(secret);
    assertThat(Base64.getDecoder().decode(secret)).isNotEmpty();
  }

  private CommandVerifier relay(String publicKeys, AccountId account) {
    return new CommandVerifier(publicKeys, Set.of(account), time);
  }

  private static String signed(RelayCommand command) {
    return new CommandSigner(KEYS.privateKey()).sign(command);
  }

  /** Any payload in the envelope of {@link #OPEN}, signed by the JDK. */
  private static String signed(String payload) throws GeneralSecurityException {
    String account = OPEN.header().account().value();
    Instant end = OPEN.header().expiresAt();
    byte[] key = Base64.getDecoder().decode(KEYS.privateKey().substring(3));
    Signature jdk = Signature.getInstance("Ed25519");
    jdk.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(key)));
    String text = SignedCommand.signedText("k1", account, end, payload);
    jdk.update(text.getBytes(StandardCharsets.UTF_8));
    String signature = Base64.getEncoder().encodeToString(jdk.sign());
    return Json.write(new SignedCommand("k1", account, end, payload, signature));
  }

  private static Reason reason(Verified verified) {
    return ((Verified.Refused) verified).reason();
  }
}
