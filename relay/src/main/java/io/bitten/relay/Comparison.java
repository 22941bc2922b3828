package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.order.Order;
import io.bitten.core.order.Orders;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One comparison of an account for a person to read: nothing is stored, sent or changed. */
public final class Comparison {
  private static final int OPEN_ORDERS = 1_000;
  private static final Duration HISTORY_BEFORE = Duration.ofHours(1);

  private Comparison() {}

  /** What a comparison of one account came to. */
  public sealed interface Result {
    record Compared(List<FindingText> findings) implements Result {
      public Compared {
        findings = List.copyOf(findings);
      }
    }

    record NotReadable(String why) implements Result {}
  }

  /**
   * Compares now.
   *
   * @param now to ask for the history of an account without open orders
   */
  public static Result of(RelayLine line, Orders orders, Instant now) {
    return switch (line.route().look()) {
      case Look.Incomplete incomplete -> new Result.NotReadable(incomplete.why());
      case Look.Complete look -> {
        List<Order> open =
            orders.open(line.account(), OPEN_ORDERS).stream().map(Versioned::value).toList();
        Instant since = open.stream().map(Order::createdAt).min(Instant::compareTo).orElse(now);
        List<Finding> findings =
            Diff.of(
                open,
                look,
                deals(line.route().history(since.minus(HISTORY_BEFORE))),
                position -> Evidence.origin(position, look, line.account(), orders));
        yield new Result.Compared(findings.stream().map(FindingText::of).toList());
      }
    };
  }

  private static List<Deal> deals(History history) {
    return switch (history) {
      case History.Complete complete -> complete.deals();
      case History.ExitsOnly some -> some.deals();
      case History.NotOffered none -> List.of();
      case History.Incomplete incomplete -> List.of();
    };
  }
}
