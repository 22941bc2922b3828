package io.bitten.core.order;

import io.bitten.core.account.Money;
import io.bitten.core.market.Price;
import java.time.Instant;

/**
 * How a position ended, from the broker's deals.
 *
 * @param net profit with swap and commission
 */
public record Exit(Price price, Money net, ExitReason reason, Instant at) {}
