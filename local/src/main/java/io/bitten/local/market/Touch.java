package io.bitten.local.market;

/**
 * The first tick at which a watched level was reached.
 *
 * @param price what it trades at, in points: the level itself, or, when the price jumped over it
 *     between two bars, the first price after the jump
 */
public record Touch(Tick tick, long price) {}
