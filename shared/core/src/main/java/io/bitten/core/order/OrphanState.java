package io.bitten.core.order;

import java.time.Instant;
import java.util.Locale;

/** Where an orphan is in its life. */
public sealed interface OrphanState {

  /** The relay closes it, again until it is gone. */
  record Closing(ExitReason reason, Instant since) implements OrphanState {}

  /** Nobody closes it: a person of ours looks first. */
  record Left(Instant since) implements OrphanState {}

  /** It is gone. */
  record Closed(Exit exit) implements OrphanState {}

  /** It was no orphan: this order, which could not be found then, holds it. */
  record Adopted(OrderId order, Instant at) implements OrphanState {}

  /** The state's name on every wire and screen: CLOSING, LEFT, ... */
  default String label() {
    return getClass().getSimpleName().toUpperCase(Locale.ROOT);
  }

  /** Whether the position may still be there. */
  default boolean open() {
    return switch (this) {
      case Closing s -> true;
      case Left s -> true;
      case Closed s -> false;
      case Adopted s -> false;
    };
  }
}
