package io.bitten.local.telegram;

/** A person asked for something a person cannot do; the message says what and why. */
public final class NotPossible extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NotPossible(String why) {
    super(why);
  }
}
