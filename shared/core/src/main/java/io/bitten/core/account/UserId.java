package io.bitten.core.account;

import java.util.regex.Pattern;

/** A person on the platform, for example {@code tg-123456}. */
public record UserId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,40}");

  public UserId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("user id must be 1..40 letters, digits, _ or -: " + value);
    }
  }

  /** The id of a person known by a Telegram id. */
  public static UserId ofTelegram(long telegramId) {
    return new UserId("tg-" + telegramId);
  }

  @Override
  public String toString() {
    return value;
  }
}
