package io.bitten.core;

/**
 * A stored value with the version it was read at. Saving asks that the stored version is still this
 * one, and stores version + 1. Version 0: not stored yet.
 */
public record Versioned<T>(T value, long version) {
  public static <T> Versioned<T> fresh(T value) {
    return new Versioned<>(value, 0);
  }

  /** The same version with a changed value, to be saved. */
  public Versioned<T> with(T changed) {
    return new Versioned<>(changed, version);
  }
}
