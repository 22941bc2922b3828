package io.bitten.adapters.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Checks that Stripe sent a webhook's bytes: {@code Stripe-Signature: t=EPOCH,v1=HEX[,v1=HEX]...}
 * over {@code t.body}, by any of our secrets, within five minutes of now in either direction.
 * Stripe's own library compares; what it would throw at, or accept although it lies in the future,
 * is refused before.
 */
public final class StripeSignature {
  /** Oldest and, against replay with a wrong clock, newest signature that is accepted. */
  static final Duration TOLERANCE = Duration.ofSeconds(300);

  private static final int LONGEST_HEADER = 2_048;
  private static final Pattern HEADER =
      Pattern.compile("[A-Za-z0-9_]{1,16}=[^,=]{1,512}(,[A-Za-z0-9_]{1,16}=[^,=]{1,512}){0,15}");
  private static final Pattern TIME = Pattern.compile("(?:^|,)t=([^,]*)");
  private static final Pattern EPOCH = Pattern.compile("[0-9]{1,11}");

  /** Why a webhook was refused. */
  public enum Reason {
    NO_SECRET,
    NO_HEADER,
    MALFORMED_HEADER,
    TOO_OLD,
    IN_THE_FUTURE,
    BAD_SIGNATURE
  }

  /** What the bytes turned out to be. */
  public sealed interface Checked {
    record Genuine() implements Checked {}

    record Refused(Reason reason, String sentence) implements Checked {}
  }

  private final List<String> secrets;
  private final InstantSource time;

  /**
   * A check with the endpoint's secrets.
   *
   * @param secrets one, or two while rotating; without any, everything is refused
   * @param time Stripe's clock, that is the real one
   */
  public StripeSignature(List<String> secrets, InstantSource time) {
    this.secrets = secrets.stream().filter(secret -> !secret.isBlank()).toList();
    this.time = time;
  }

  /**
   * Never throws at a stranger's bytes.
   *
   * @param body the raw body, as it came
   * @param header the {@code Stripe-Signature} header, if there was one
   */
  public Checked check(byte[] body, Optional<String> header) {
    if (secrets.isEmpty()) {
      return refused(Reason.NO_SECRET, "no webhook secret is set");
    }
    if (header.isEmpty()) {
      return refused(Reason.NO_HEADER, "the Stripe-Signature header is missing");
    }
    OptionalLong signedAt = signedAt(header.get());
    if (signedAt.isEmpty()) {
      return refused(Reason.MALFORMED_HEADER, "the Stripe-Signature header is not t=..,v1=..");
    }
    long age = time.instant().getEpochSecond() - signedAt.getAsLong();
    if (age > TOLERANCE.toSeconds()) {
      return refused(Reason.TOO_OLD, "signed more than 300 s ago");
    }
    if (age < -TOLERANCE.toSeconds()) {
      return refused(Reason.IN_THE_FUTURE, "signed more than 300 s in the future");
    }
    String payload = new String(body, StandardCharsets.UTF_8);
    boolean genuine = secrets.stream().anyMatch(secret -> signed(payload, header.get(), secret));
    return genuine
        ? new Checked.Genuine()
        : refused(Reason.BAD_SIGNATURE, "no signature is one of our secrets' over this body");
  }

  /** The header's one time, empty when the header has another shape. */
  private static OptionalLong signedAt(String header) {
    if (header.length() > LONGEST_HEADER || !HEADER.matcher(header).matches()) {
      return OptionalLong.empty();
    }
    List<String> times = TIME.matcher(header).results().map(one -> one.group(1)).toList();
    return times.size() == 1 && EPOCH.matcher(times.getFirst()).matches()
        ? OptionalLong.of(Long.parseLong(times.getFirst()))
        : OptionalLong.empty();
  }

  private static boolean signed(String payload, String header, String secret) {
    try {
      // 0 leaves the age to the check above, which knows both directions.
      return Webhook.Signature.verifyHeader(payload, header, secret, 0);
    } catch (SignatureVerificationException e) {
      return false;
    }
  }

  private static Checked refused(Reason reason, String sentence) {
    return new Checked.Refused(reason, sentence);
  }
}
