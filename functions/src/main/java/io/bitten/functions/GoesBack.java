package io.bitten.functions;

/** The step is not done yet and nothing is wrong: the queue is to bring the message again. */
public final class GoesBack extends RuntimeException {
  private static final long serialVersionUID = 1;

  public GoesBack(String why) {
    super(why);
  }
}
