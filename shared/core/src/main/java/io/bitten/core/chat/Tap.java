package io.bitten.core.chat;

import io.bitten.core.fire.OfferId;
import io.bitten.core.order.OrderId;
import io.bitten.core.signal.SignalId;
import java.time.Instant;

/** What a button stands for. */
public sealed interface Tap {

  /**
   * FIRE under a signal: asks for the confirmation card.
   *
   * @param round tells two FIRE buttons of one signal apart, so that each works once
   */
  record Fire(SignalId signal, Instant expires, String round) implements Tap {}

  /** Confirms an offer: the only tap that trades. */
  record Confirm(OfferId offer, Instant expires) implements Tap {}

  record Cancel(OfferId offer) implements Tap {}

  record Details(SignalId signal) implements Tap {}

  /** Back from the details to the card. */
  record Back(SignalId signal) implements Tap {}

  record Skip(SignalId signal) implements Tap {}

  /**
   * Accepts the terms that were shown.
   *
   * @param terms the first eight base-32 characters of the digest of the terms' version
   */
  record Accept(String terms) implements Tap {}

  record LinkDemo() implements Tap {}

  record Close(OrderId order) implements Tap {}

  /** Closes all positions; the button lives a short time and works once. */
  record CloseAll(Instant expires, String round) implements Tap {}

  /** Shows the positions anew in the same message. */
  record Positions() implements Tap {}
}
