package io.bitten.core;

/** The bus: facts for anybody who listens. */
public interface Events {
  /** Returns when the bus has taken the event; throws when it has not. */
  void publish(Event event);
}
