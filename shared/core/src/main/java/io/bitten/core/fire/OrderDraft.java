package io.bitten.core.fire;

import io.bitten.core.account.Magic;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.risk.Grade;
import io.bitten.core.risk.RiskCase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A NEW order from what was shown and decided. */
final class OrderDraft {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.BASIC_ISO_DATE.withZone(ZoneOffset.UTC);

  private OrderDraft() {}

  static Order of(OrderId id, Offer offer, RiskCase risk, Magic magic) {
    return new Order(
        id,
        "TRD_%s_%03d".formatted(DAY.format(risk.now()).substring(0, 8), magic.sequence()),
        magic,
        offer.user(),
        offer.account(),
        offer.origin(),
        offer.terms(),
        new OrderState.New(),
        epochs(risk),
        risk.now(),
        deadline(offer, risk),
        offer.correlation());
  }

  private static Instant deadline(Offer offer, RiskCase risk) {
    Instant byOrder = risk.now().plus(risk.limits().orderLives());
    return switch (offer.grade()) {
      case Grade.Scored scored ->
          scored.expiresAt().isBefore(byOrder) ? scored.expiresAt() : byOrder;
      case Grade.Unscored unscored -> byOrder;
    };
  }

  private static HaltEpochs epochs(RiskCase risk) {
    long system = 0;
    long account = 0;
    long user = 0;
    for (Halt halt : risk.halts()) {
      switch (halt.scope()) {
        case HaltScope.Everything s -> system = halt.epoch();
        case HaltScope.OneAccount s -> account = halt.epoch();
        case HaltScope.OneUser s -> user = halt.epoch();
      }
    }
    return new HaltEpochs(system, account, user);
  }
}
