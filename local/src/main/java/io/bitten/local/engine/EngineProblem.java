package io.bitten.local.engine;

/** An engine does not start or does not answer as it should; the message is for a person. */
public final class EngineProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EngineProblem(String what) {
    super(what);
  }

  EngineProblem(String what, Throwable cause) {
    super(what, cause);
  }
}
