package io.bitten.adapters.sqs;

/** A message that no queue takes; trying again changes nothing. */
public final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooLarge(String what, int bytes) {
    super("%s has %d bytes, %d are the most".formatted(what, bytes, Sender.MAX_BYTES));
  }
}
