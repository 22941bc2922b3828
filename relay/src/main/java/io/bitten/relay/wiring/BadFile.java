package io.bitten.relay.wiring;

/** A file of the configuration that cannot be used; the message is one sentence for a person. */
public final class BadFile extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadFile(String sentence) {
    super(sentence);
  }

  BadFile(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
