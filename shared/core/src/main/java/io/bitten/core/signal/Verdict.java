package io.bitten.core.signal;

import java.math.BigDecimal;

/**
 * What one source said about a setup.
 *
 * @param source technical, news, regime or ai
 * @param weight the factor this source put on the strength, 0..1; 1 agrees, less is neutral or
 *     against
 * @param reason one short sentence for a person
 */
public record Verdict(String source, BigDecimal weight, String reason) {}
