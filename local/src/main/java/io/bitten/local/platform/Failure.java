package io.bitten.local.platform;

/** What went wrong, in one sentence for a person. */
public final class Failure {
  private Failure() {}

  public static String sentence(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String cause = e.getCause() == null ? null : e.getCause().getMessage();
    return cause == null || message.contains(cause) ? message : message + " (" + cause + ")";
  }
}
