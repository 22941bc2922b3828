package io.bitten.core.fire;

import io.bitten.core.account.UserId;

/**
 * A confirmed decision to trade, on its way to the fire desk.
 *
 * @param user who confirmed, as the door authenticated it
 * @param askedBy what the person did, for example {@code tap-77} or {@code http-4f1c}
 * @param messageId the Telegram message whose button confirmed it; 0 when that was done in the HUD
 */
public record FireRequest(OfferId offer, UserId user, String askedBy, long messageId) {}
