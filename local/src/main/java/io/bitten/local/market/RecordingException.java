package io.bitten.local.market;

/** A recording that cannot be played, with a sentence that says why. */
public final class RecordingException extends RuntimeException {
  public RecordingException(String message) {
    super(message);
  }

  public RecordingException(String message, Throwable cause) {
    super(message, cause);
  }
}
