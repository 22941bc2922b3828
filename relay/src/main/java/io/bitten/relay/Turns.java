package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * In which turn the closes of an account are tried: whose last try is the longest ago goes first,
 * so that one that hangs does not starve the others. Accounts know nothing of each other.
 */
final class Turns {
  private final Map<AccountId, Map<OrderId, Long>> tried = new ConcurrentHashMap<>();

  /** All closes of the account in turn; what is not among them is forgotten. */
  List<Versioned<Order>> of(AccountId account, List<Versioned<Order>> closing) {
    Map<OrderId, Long> tries = tries(account);
    tries.keySet().retainAll(closing.stream().map(order -> order.value().id()).toList());
    return closing.stream()
        .sorted(
            Comparator.comparing(order -> tries.getOrDefault(order.value().id(), Long.MIN_VALUE)))
        .toList();
  }

  /**
   * The order's close is tried.
   *
   * @param now the ticker's nanoseconds
   */
  void tried(Order order, long now) {
    tries(order.account()).put(order.id(), now);
  }

  private Map<OrderId, Long> tries(AccountId account) {
    return tried.computeIfAbsent(account, one -> new ConcurrentHashMap<>());
  }
}
