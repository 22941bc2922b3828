package io.bitten.core.alert;

import java.time.Duration;
import java.time.Instant;

/** What the sender did with one message. */
public sealed interface Sending {
  /** Sent now. */
  record Sent(long messageId) implements Sending {}

  /** Nothing to send: sent before, or something newer is shown. */
  record Settled() implements Sending {}

  /** Not sent: what it was about has expired while it waited. The operator counts them. */
  record Missed(Instant until) implements Sending {}

  /** Not sent; bring it again after exactly this long. */
  record Later(Duration after) implements Sending {}

  /** Never to be sent, and why; the operator is told. */
  record Dead(String why) implements Sending {}

  /** The person cannot be reached; nothing more is sent until they come back. */
  record Unreachable(String why) implements Sending {}
}
