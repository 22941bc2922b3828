package io.bitten.local.mt5;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time for which a position was open without a stop loss. */
public record Naked(long position, long magic, Instant from, Duration lasted) {}
