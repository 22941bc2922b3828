package io.bitten.local.platform;

/** What went wrong, in one sentence for a person. */
public final class Failure {
  private Failure() {}

  public static String sentence(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return e.getCause() == null || e.getCause().getMessage() == null
        ? message
        : message + " (" + e.getCause().getMessage() + ")";
  }
}
