package io.bitten.core.order;

import io.bitten.core.halt.HaltScope;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Where an order is in its life. UNKNOWN may or may not have executed and is never sent again. */
public sealed interface OrderState {

  /**
   * Risk reserved, id and magic stored, not claimed by a relay.
   *
   * @param attempts how many claims were already given back, each proven not sent
   */
  record New(int attempts) implements OrderState {
    public New {
      if (attempts < 0) {
        throw new IllegalArgumentException("attempts must not be negative: " + attempts);
      }
    }

    /** Never claimed. */
    public New() {
      this(0);
    }
  }

  /** A relay has recorded its intent; the order may be on its way. */
  record Submitting(Attempt attempt) implements OrderState {}

  /** The answer did not arrive; only questions to the broker are allowed. */
  record Unknown(Attempt attempt, String why, Instant since) implements OrderState {
    /** How the reason begins when the route said done and told no fill that is this order's. */
    public static final String SAID_DONE = "done, but";

    /** Whether the route said that it was executed: then a list that lacks it is no proof. */
    public boolean saidDone() {
      return why.startsWith(SAID_DONE);
    }
  }

  /** A position or entry deal with our magic was seen. */
  record Filled(Fill fill) implements OrderState {}

  /** Open without the agreed stop. */
  record Unprotected(Fill fill, Instant since) implements OrderState {}

  /** The stop was read back from the broker. */
  record Protected(Fill fill, Instant verifiedAt) implements OrderState {}

  /** A close was asked for. */
  record Closing(Fill fill, ExitReason reason, Instant since) implements OrderState {}

  record Closed(Fill fill, Exit exit) implements OrderState {}

  /** The broker, the farm or the relay said a definite no. */
  record Rejected(String code, String message, Instant at) implements OrderState {}

  /** Not executed, and too old to be. */
  record Expired(Instant at) implements OrderState {}

  /** Stopped by a halt before it was sent. */
  record Killed(HaltScope scope, long epoch, Instant at) implements OrderState {}

  /** Its command could not be handled at all. */
  record Dead(String why, Instant at) implements OrderState {}

  /** The state's name on every wire and screen: NEW, SUBMITTING, ... */
  default String label() {
    return label(getClass());
  }

  /** The name of every state of a kind. */
  static String label(Class<? extends OrderState> kind) {
    return kind.getSimpleName().toUpperCase(Locale.ROOT);
  }

  /** Since when its position is known to lack its stop; empty when that is not known of it. */
  default Optional<Instant> nakedSince() {
    return switch (this) {
      case Unprotected s -> Optional.of(s.since());
      case Closing s when s.reason() == ExitReason.NO_STOP -> Optional.of(s.since());
      case New s -> Optional.empty();
      case Submitting s -> Optional.empty();
      case Unknown s -> Optional.empty();
      case Filled s -> Optional.empty();
      case Protected s -> Optional.empty();
      case Closing s -> Optional.empty();
      case Closed s -> Optional.empty();
      case Rejected s -> Optional.empty();
      case Expired s -> Optional.empty();
      case Killed s -> Optional.empty();
      case Dead s -> Optional.empty();
    };
  }

  /** Whether nothing more can happen. */
  default boolean terminal() {
    return switch (this) {
      case New s -> false;
      case Submitting s -> false;
      case Unknown s -> false;
      case Filled s -> false;
      case Unprotected s -> false;
      case Protected s -> false;
      case Closing s -> false;
      case Closed s -> true;
      case Rejected s -> true;
      case Expired s -> true;
      case Killed s -> true;
      case Dead s -> true;
    };
  }
}
