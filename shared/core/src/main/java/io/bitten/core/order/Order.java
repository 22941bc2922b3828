package io.bitten.core.order;

import io.bitten.core.CorrelationId;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.UserId;
import java.time.Instant;

/**
 * One instruction to a broker.
 *
 * @param number TRD_20240101_001 on the wire: the UTC day and the platform's number of the order,
 *     which its magic has too
 * @param haltEpochs the halt epochs the decision saw; an older one is refused on the way
 * @param deadline after this it is never sent
 */
public record Order(
    OrderId id,
    String number,
    Magic magic,
    UserId user,
    AccountId account,
    Origin origin,
    Terms terms,
    OrderState state,
    HaltEpochs haltEpochs,
    Instant createdAt,
    Instant deadline,
    CorrelationId correlation) {

  public Order with(OrderState next) {
    return new Order(
        id,
        number,
        magic,
        user,
        account,
        origin,
        terms,
        next,
        haltEpochs,
        createdAt,
        deadline,
        correlation);
  }
}
