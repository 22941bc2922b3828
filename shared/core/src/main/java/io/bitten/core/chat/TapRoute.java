package io.bitten.core.chat;

import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.OfferId;

/** Where the door sends a tap, and what it answers at once. */
public sealed interface TapRoute {
  /** What the person sees at once; empty for nothing but the end of the progress bar. */
  String answer();

  /** A confirmed fire: straight to the fire desk. */
  record ToFires(FireRequest request, OfferId offer, String answer) implements TapRoute {}

  /** Everything else that is valid: to the chat desk. */
  record ToUpdates(String answer) implements TapRoute {}

  /** Valid no longer, but the chat desk has something to show; the answer is an alert. */
  record Late(String answer) implements TapRoute {}

  /** No effect; the answer is an alert. */
  record Nowhere(String answer) implements TapRoute {}

  /** This very update was taken before, and answered. */
  record Repeat() implements TapRoute {
    @Override
    public String answer() {
      return "";
    }
  }
}
