package io.bitten.core.chat;

import java.time.Duration;

/** The names under which the {@link Inbox} remembers what was handled, and for how long. */
public final class Memos {
  /** Telegram update ids that were taken at the door. */
  public static final String UPDATE = "update";

  /** Updates the chat desk has finished. */
  public static final String HANDLED = "handled";

  /** Buttons that work once. */
  public static final String TAP = "tap";

  /** Confirmation cards that were confirmed or cancelled. */
  public static final String OFFER = "offer";

  /** Outgoing messages that were sent or given up. */
  public static final String MESSAGE = "message";

  /** Signal alerts a chat got in one minute. */
  public static final String ALERT = "alert";

  /** Pages of a halt of everything that were queued. */
  public static final String HALT_PAGE = "halt-page";

  /** Stripe event ids. */
  public static final String STRIPE = "stripe";

  /** Telegram repeats an update for at most a day; Stripe an event for three. */
  public static final Duration KEPT = Duration.ofDays(4);

  private Memos() {}
}
