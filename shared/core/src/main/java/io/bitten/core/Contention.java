package io.bitten.core;

/** Too many writers met at one record. Nothing was written; repeating is safe. */
public final class Contention extends RuntimeException {
  public Contention(String message) {
    super(message);
  }
}
