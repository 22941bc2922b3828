package io.bitten.relay;

/**
 * One process of a relay.
 *
 * @param bootId unlike that of every process before
 * @param number higher than that of every process which the same journal knows
 */
record Boot(String relay, String bootId, long number) {}
