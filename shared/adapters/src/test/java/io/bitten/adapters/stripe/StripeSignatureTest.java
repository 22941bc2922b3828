package io.bitten.adapters.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import io.bitten.adapters.stripe.StripeSignature.Checked;
import io.bitten.adapters.stripe.StripeSignature.Reason;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StripeSignatureTest {
  private static final Instant NOW = Instant.parse("2026-01-02T10:00:00Z");
  private static final long SECONDS = NOW.getEpochSecond();
  private static final String OLD = "whsec_test_not_a_secret_old";
  private static final String NEW = "whsec_test_not_a_secret_new";
  private static final String BODY = "{\"id\":\"evt_1\",\"naïve\":true}";

  private final StripeSignature check =
      new StripeSignature(List.of(OLD, NEW), InstantSource.fixed(NOW));

  @Test
  void what_stripe_signed_with_either_secret_is_genuine() {
    assertThat(check(header(OLD, SECONDS))).isEqualTo(new Checked.Genuine());
    assertThat(check(header(NEW, SECONDS))).isEqualTo(new Checked.Genuine());
  }

  @Test
  void two_signatures_in_one_header_need_one_that_fits() {
    String foreign = header("whsec_test_not_ours", SECONDS);
    String ours = header(NEW, SECONDS).split(",", 2)[1];

    assertThat(check(foreign + "," + ours)).isEqualTo(new Checked.Genuine());
    assertThat(check(foreign + "," + foreign.split(",", 2)[1])).isEqualTo(bad());
  }

  @Test
  void five_minutes_either_way_are_the_limit() {
    assertThat(check(header(NEW, SECONDS - 300))).isEqualTo(new Checked.Genuine());
    assertThat(check(header(NEW, SECONDS + 300))).isEqualTo(new Checked.Genuine());
    assertThat(reason(check(header(NEW, SECONDS - 301)))).isEqualTo(Reason.TOO_OLD);
    assertThat(reason(check(header(NEW, SECONDS + 301)))).isEqualTo(Reason.IN_THE_FUTURE);
    assertThat(reason(check(header(NEW, SECONDS + 86_400)))).isEqualTo(Reason.IN_THE_FUTURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "t",
        "t=",
        "t=1,v1",
        "t=abc,v1=00",
        "v1=00",
        "=",
        ",",
        "t=1,t=2,v1=00",
        "t=1,,v1=00",
        "t=99999999999999999999,v1=00",
        "t=-1,v1=00",
        "t=1;v1=00",
        "v1=00,t=",
        "t=1,v1=00,"
      })
  void a_header_of_another_shape_is_refused(String header) {
    assertThat(reason(check(header))).isEqualTo(Reason.MALFORMED_HEADER);
  }

  @Test
  void a_header_without_our_scheme_is_refused() {
    assertThat(reason(check("t=" + SECONDS))).isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(reason(check(header(NEW, SECONDS).replace("v1=", "v0="))))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void a_missing_header_is_refused() {
    assertThat(reason(check.check(bytes(BODY), Optional.empty()))).isEqualTo(Reason.NO_HEADER);
  }

  @Test
  void without_a_secret_everything_is_refused() {
    StripeSignature none = new StripeSignature(List.of("", " "), InstantSource.fixed(NOW));

    assertThat(reason(none.check(bytes(BODY), Optional.of(header("", SECONDS)))))
        .isEqualTo(Reason.NO_SECRET);
  }

  @Test
  void a_changed_body_is_refused_and_a_body_that_is_no_json_is_no_matter() {
    String header = header(NEW, SECONDS);

    assertThat(check.check(bytes(BODY + " "), Optional.of(header))).isEqualTo(bad());
    assertThat(check.check(new byte[] {(byte) 0xff, 0}, Optional.of(header))).isEqualTo(bad());
    assertThat(check.check(new byte[0], Optional.of(header))).isEqualTo(bad());
  }

  @Test
  void no_header_makes_it_throw() {
    String valid = header(NEW, SECONDS);
    for (long seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      char[] header = valid.substring(0, 1 + random.nextInt(valid.length())).toCharArray();
      header[random.nextInt(header.length)] = (char) random.nextInt(0x180);
      assertThat(check(new String(header))).as("seed %s", seed).isNotNull();
    }
  }

  private Checked check(String header) {
    return check.check(bytes(BODY), Optional.of(header));
  }

  private static Checked bad() {
    return new Checked.Refused(
        Reason.BAD_SIGNATURE, "no signature is one of our secrets' over this body");
  }

  private static Reason reason(Checked checked) {
    return ((Checked.Refused) checked).reason();
  }

  private static String header(String secret, long at) {
    try {
      return Webhook.Signature.generateSignatureHeader(BODY, secret.isEmpty() ? "x" : secret, at);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
