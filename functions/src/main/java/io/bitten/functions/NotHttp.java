package io.bitten.functions;

/** What came is not an event of the HTTP API. */
final class NotHttp extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotHttp(String message, Throwable cause) {
    super(message, cause);
  }
}
