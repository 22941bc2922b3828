package io.bitten.core.fire;

import io.bitten.core.CorrelationId;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.UserId;
import io.bitten.core.order.Origin;
import io.bitten.core.order.Terms;
import io.bitten.core.risk.Grade;
import java.time.Instant;

/**
 * What a confirmation card showed, to one trader, until a moment. Confirming it places at most one
 * order, with exactly these terms.
 *
 * @param messageId the Telegram message that shows it; 0 when it was made in the HUD, or for a card
 *     that a command asked for, of which only the tap tells the message
 */
public record Offer(
    OfferId id,
    UserId user,
    AccountId account,
    Origin origin,
    Terms terms,
    Grade grade,
    long messageId,
    Instant shownAt,
    Instant expiresAt,
    CorrelationId correlation) {

  /** The same card, no longer to be answered after the given moment. */
  public Offer endingAt(Instant end) {
    return new Offer(id, user, account, origin, terms, grade, messageId, shownAt, end, correlation);
  }

  /** The same card, in the message where it was answered; 0 is none. */
  Offer shownIn(long message) {
    return message == 0
        ? this
        : new Offer(
            id, user, account, origin, terms, grade, message, shownAt, expiresAt, correlation);
  }

  /** The same terms under another id, for an asker who has an id of his own. */
  public Offer as(OfferId other) {
    return new Offer(
        other, user, account, origin, terms, grade, messageId, shownAt, expiresAt, correlation);
  }
}
