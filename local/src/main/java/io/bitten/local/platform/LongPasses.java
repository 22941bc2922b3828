package io.bitten.local.platform;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.UserId;
import io.bitten.core.billing.Bill;
import io.bitten.core.billing.BillId;
import io.bitten.core.billing.Bills;
import io.bitten.core.billing.Standing;
import java.util.List;
import java.util.Optional;

/**
 * The Press Passes of a replayed market, whose week is over in minutes: each is read as one without
 * an end, so that nobody at this machine is locked out before the first signal.
 */
record LongPasses(Bills bills) implements Bills {
  @Override
  public Optional<Versioned<Bill>> find(BillId id) {
    return bills.find(id);
  }

  @Override
  public Written save(Versioned<Bill> bill) {
    return bills.save(bill);
  }

  @Override
  public void list(UserId user, BillId bill) {
    bills.list(user, bill);
  }

  @Override
  public List<Bill> of(UserId user, int limit) {
    BillId pass = BillId.passOf(user);
    return bills.of(user, limit).stream()
        .map(bill -> bill.id().equals(pass) ? longer(bill) : bill)
        .toList();
  }

  private static Bill longer(Bill pass) {
    return switch (pass.standing()) {
      case Standing.Unseen unseen -> pass;
      case Standing.Seen seen ->
          pass.with(
              new Standing.Seen(seen.status(), seen.tier(), Subscription.NO_END, seen.said()));
    };
  }
}
