package io.bitten.core.chat;

import io.bitten.core.account.UserId;
import io.bitten.core.fire.OfferId;
import io.bitten.core.order.OrderId;
import io.bitten.core.signal.SignalId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns taps into callback data of at most 64 bytes and back: {@code verb:arguments:mac}. The mac
 * is the first 12 bytes of HMAC-SHA256 over the user and everything before it, so a button works
 * for the person it was made for and nobody else; Telegram lets anyone send any data as a callback.
 */
public final class TapTokens {
  private static final int MAC_BYTES = 12;
  private static final int MOST_BYTES = 64;
  private static final int KEY_LEAST = 16;

  private final Supplier<String> secret;

  /**
   * @param secret what it is now, asked at each use; at least 16 characters
   */
  public TapTokens(Supplier<String> secret) {
    this.secret = secret;
    key();
  }

  private SecretKeySpec key() {
    String now = secret.get();
    if (now.length() < KEY_LEAST) {
      throw new IllegalArgumentException(
          "the tap secret must have at least " + KEY_LEAST + " characters");
    }
    return new SecretKeySpec(bytes(now), "HmacSHA256");
  }

  /** What callback data meant. */
  public sealed interface Read {
    /**
     * Made by us for this user.
     *
     * @param token the same for a repeat of this button, different for any other
     */
    record Valid(Tap tap, String token) implements Read {}

    /** Made for somebody else, or not by us. */
    record NotYours() implements Read {}
  }

  public String write(Tap tap, UserId user) {
    String body = body(tap);
    String data = body + ":" + mac(user, body);
    if (data.length() > MOST_BYTES) {
      throw new IllegalStateException("callback data is longer than 64 bytes: " + body);
    }
    return data;
  }

  public Read read(String data, UserId user) {
    int cut = data.lastIndexOf(':');
    if (cut < 1 || data.length() > MOST_BYTES) {
      return new Read.NotYours();
    }
    String body = data.substring(0, cut);
    String token = data.substring(cut + 1);
    if (!MessageDigest.isEqual(bytes(mac(user, body)), bytes(token))) {
      return new Read.NotYours();
    }
    return new Read.Valid(tap(body), token);
  }

  static String round(long updateId) {
    return Long.toString(updateId, Character.MAX_RADIX);
  }

  private static String body(Tap tap) {
    return switch (tap) {
      case Tap.Fire fire ->
          "f:" + shortId(fire.signal()) + ":" + seconds(fire.expires()) + ":" + fire.round();
      case Tap.Confirm confirm -> "c:" + confirm.offer() + ":" + seconds(confirm.expires());
      case Tap.Cancel cancel -> "x:" + cancel.offer();
      case Tap.Details details -> "d:" + shortId(details.signal());
      case Tap.Back back -> "b:" + shortId(back.signal());
      case Tap.Skip skip -> "s:" + shortId(skip.signal());
      case Tap.Accept accept -> "a:" + accept.terms();
      case Tap.LinkDemo link -> "l";
      case Tap.Close close -> "k:" + close.order();
      case Tap.CloseAll all -> "z:" + seconds(all.expires()) + ":" + all.round();
      case Tap.Positions positions -> "p";
    };
  }

  /** Reads what our own mac vouches for. */
  private static Tap tap(String body) {
    List<String> parts = Arrays.asList(body.split(":"));
    return switch (parts.getFirst()) {
      case "f" -> new Tap.Fire(signal(parts.get(1)), instant(parts.get(2)), parts.get(3));
      case "c" -> new Tap.Confirm(new OfferId(parts.get(1)), instant(parts.get(2)));
      case "x" -> new Tap.Cancel(new OfferId(parts.get(1)));
      case "d" -> new Tap.Details(signal(parts.get(1)));
      case "b" -> new Tap.Back(signal(parts.get(1)));
      case "s" -> new Tap.Skip(signal(parts.get(1)));
      case "a" -> new Tap.Accept(parts.get(1));
      case "l" -> new Tap.LinkDemo();
      case "k" -> new Tap.Close(new OrderId(parts.get(1)));
      case "z" -> new Tap.CloseAll(instant(parts.get(1)), parts.get(2));
      case "p" -> new Tap.Positions();
      default -> throw new IllegalStateException("signed with our key, but not ours: " + body);
    };
  }

  private static String shortId(SignalId signal) {
    return signal.value().substring("SIG_".length());
  }

  private static SignalId signal(String shortId) {
    return new SignalId("SIG_" + shortId);
  }

  private static String seconds(Instant at) {
    return Long.toString(at.getEpochSecond(), Character.MAX_RADIX);
  }

  private static Instant instant(String seconds) {
    return Instant.ofEpochSecond(Long.parseLong(seconds, Character.MAX_RADIX));
  }

  private String mac(UserId user, String body) {
    byte[] hash = hmac("tap\n" + user + "\n" + body);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, MAC_BYTES));
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key());
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
