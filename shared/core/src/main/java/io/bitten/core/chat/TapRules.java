package io.bitten.core.chat;

import io.bitten.core.chat.TapTokens.Read;
import io.bitten.core.fire.FireRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides at the door what a tap may reach. A confirmation leads to at most one fire request: the
 * door remembers the offer, the queue drops a repeat of it, and the fire desk knows the order's id.
 */
final class TapRules {
  private static final String NOT_YOURS = "This button was made for somebody else, or is not ours.";
  private static final String USED = "You have used this button already.";
  private static final String CONFIRM_USED = "You have answered this confirmation already.";

  /**
   * A door that died right after it had sent a confirmation on cannot say that nothing is traded.
   */
  private static final String CONFIRM_EXPIRED =
      "The confirmation has expired. Its card says what became of it.";

  private static final String EXPIRED = "This button has expired. Nothing was done.";

  private final TapTokens tokens;
  private final Inbox inbox;

  TapRules(TapTokens tokens, Inbox inbox) {
    this.tokens = tokens;
    this.inbox = inbox;
  }

  TapRoute decide(Incoming.Tapped tapped, Instant now) {
    return switch (tokens.read(tapped.data(), tapped.user())) {
      case Read.NotYours no -> new TapRoute.Nowhere(NOT_YOURS);
      case Read.Valid valid -> route(tapped, valid, now);
    };
  }

  private TapRoute route(Incoming.Tapped tapped, Read.Valid valid, Instant now) {
    return switch (valid.tap()) {
      case Tap.Confirm confirm -> confirm(tapped, confirm, now);
      case Tap.Cancel cancel ->
          answered(cancel.offer().value())
              ? new TapRoute.Nowhere(CONFIRM_USED)
              : new TapRoute.ToUpdates("Cancelling...");
      case Tap.Fire fire ->
          once(valid.token(), now.isBefore(fire.expires()), "Checking price and risk...");
      case Tap.CloseAll all -> once(valid.token(), now.isBefore(all.expires()), "Closing...");
      case Tap.Close close -> new TapRoute.ToUpdates("Closing...");
      case Tap.Details details -> new TapRoute.ToUpdates("");
      case Tap.Back back -> new TapRoute.ToUpdates("");
      case Tap.Skip skip -> new TapRoute.ToUpdates("Skipped");
      // Whether these are still the terms, the door does not know.
      case Tap.Accept accept -> new TapRoute.ToUpdates("One moment...");
      case Tap.LinkDemo link -> new TapRoute.ToUpdates("Looking for a free demo account...");
      case Tap.Positions positions -> new TapRoute.ToUpdates("");
    };
  }

  private TapRoute confirm(Incoming.Tapped tapped, Tap.Confirm confirm, Instant now) {
    Optional<String> before = inbox.by(Memos.OFFER, confirm.offer().value());
    if (before.isPresent()) {
      return before.get().equals(update(tapped))
          ? new TapRoute.Repeat()
          : new TapRoute.Nowhere(CONFIRM_USED);
    }
    if (!now.isBefore(confirm.expires())) {
      return new TapRoute.Late(CONFIRM_EXPIRED);
    }
    FireRequest request =
        new FireRequest(
            confirm.offer(), tapped.user(), "tap-" + tapped.updateId(), tapped.messageId());
    return new TapRoute.ToFires(request, confirm.offer(), "Sending to MT5...");
  }

  /** What names the update of a tap. */
  static String update(Incoming.Tapped tapped) {
    return Long.toString(tapped.updateId());
  }

  private TapRoute once(String token, boolean live, String answer) {
    if (inbox.seen(Memos.TAP, token)) {
      return new TapRoute.Nowhere(USED);
    }
    return live ? new TapRoute.ToUpdates(answer) : new TapRoute.Late(EXPIRED);
  }

  private boolean answered(String offer) {
    return inbox.seen(Memos.OFFER, offer);
  }
}
