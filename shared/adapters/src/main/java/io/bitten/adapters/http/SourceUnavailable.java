package io.bitten.adapters.http;

/** A source did not answer, or answered what cannot be used. Names the host and path, no query. */
public final class SourceUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SourceUnavailable(String message) {
    super(message);
  }

  public SourceUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
