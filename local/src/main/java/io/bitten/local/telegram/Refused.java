package io.bitten.local.telegram;

/**
 * The Bot API says no. Thrown by the code that reads a call's parameters and caught in one place,
 * {@link BotApi}, which turns it into the answer the real one gives.
 */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;
  private final int code;
  private final int retryAfterSeconds;

  private Refused(int code, String description, int retryAfterSeconds) {
    super(description, null, false, false);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** 400; the sentence starts in lower case unless it is an upper-case code, as the real one. */
  static Refused badRequest(String why) {
    boolean code =
        why.length() > 1 && (why.charAt(1) == '_' || Character.isUpperCase(why.charAt(1)));
    String sentence = code ? why : Character.toLowerCase(why.charAt(0)) + why.substring(1);
    return new Refused(400, "Bad Request: " + sentence, 0);
  }

  static Refused forbidden(String why) {
    return new Refused(403, "Forbidden: " + why, 0);
  }

  static Refused conflict(String why) {
    return new Refused(409, "Conflict: " + why, 0);
  }

  static Refused tooMany(int retryAfterSeconds) {
    return new Refused(
        429, "Too Many Requests: retry after " + retryAfterSeconds, retryAfterSeconds);
  }

  ApiAnswer.Error answer() {
    return new ApiAnswer.Error(code, getMessage(), retryAfterSeconds);
  }
}
