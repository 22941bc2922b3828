package io.bitten.core.fill;

/** The relay's way back to the cloud. */
public interface Reports {
  /** Returns when the report is stored on the way; throws when it is not. */
  void send(Report report);
}
