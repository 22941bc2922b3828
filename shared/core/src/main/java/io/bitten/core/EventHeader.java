package io.bitten.core;

import java.time.Instant;

/**
 * An event's id, time, schema version and the correlation id that follows one signal to its fill.
 */
public record EventHeader(String id, Instant at, int version, CorrelationId correlation) {
  /** A first-version header. */
  public static EventHeader of(String id, Instant at, CorrelationId correlation) {
    return new EventHeader(id, at, 1, correlation);
  }
}
