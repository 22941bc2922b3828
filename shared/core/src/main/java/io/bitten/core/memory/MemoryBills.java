package io.bitten.core.memory;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.UserId;
import io.bitten.core.billing.Bill;
import io.bitten.core.billing.BillId;
import io.bitten.core.billing.Bills;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Bills in memory. */
public final class MemoryBills implements Bills {
  private final Shelf<String, Bill> shelf = new Shelf<>();
  private final Map<UserId, SortedSet<String>> lists = new HashMap<>();

  @Override
  public Optional<Versioned<Bill>> find(BillId id) {
    return shelf.find(id.value());
  }

  @Override
  public Written save(Versioned<Bill> bill) {
    return shelf.save(bill.value().id().value(), bill);
  }

  @Override
  public synchronized void list(UserId user, BillId bill) {
    lists.computeIfAbsent(user, any -> new TreeSet<>()).add(bill.value());
  }

  @Override
  public synchronized List<Bill> of(UserId user, int limit) {
    return lists.getOrDefault(user, new TreeSet<>()).stream()
        .limit(limit)
        .flatMap(id -> shelf.find(id).stream())
        .map(Versioned::value)
        .toList();
  }
}
