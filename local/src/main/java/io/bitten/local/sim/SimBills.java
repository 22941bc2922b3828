package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.UserId;
import io.bitten.core.billing.Bill;
import io.bitten.core.billing.BillId;
import io.bitten.core.billing.Bills;
import io.bitten.core.billing.Standing;
import java.util.List;
import java.util.Optional;

/** The bills as a function of the cloud sees them. */
final class SimBills implements Bills {
  private final Bills stored;
  private final Caller caller;
  private final Mutant mutant;

  SimBills(Bills stored, Caller caller, Mutant mutant) {
    this.stored = stored;
    this.caller = caller;
    this.mutant = mutant;
  }

  @Override
  public Optional<Versioned<Bill>> find(BillId id) {
    caller.before("Bills.find");
    Optional<Versioned<Bill>> found = stored.find(id);
    caller.after("Bills.find");
    return mutant == Mutant.STRIPE_LAST_WINS
        ? found.map(bill -> bill.with(bill.value().with(new Standing.Unseen())))
        : found;
  }

  @Override
  public Written save(Versioned<Bill> bill) {
    caller.before("Bills.save");
    Written written = stored.save(mutant == Mutant.BILLS_WITHOUT_COMPARE ? latest(bill) : bill);
    caller.after("Bills.save");
    return written;
  }

  private Versioned<Bill> latest(Versioned<Bill> bill) {
    long version = stored.find(bill.value().id()).map(Versioned::version).orElse(0L);
    return new Versioned<>(bill.value(), version);
  }

  @Override
  public void list(UserId user, BillId bill) {
    caller.before("Bills.list");
    stored.list(user, bill);
    caller.after("Bills.list");
  }

  @Override
  public List<Bill> of(UserId user, int limit) {
    caller.before("Bills.of");
    List<Bill> found = stored.of(user, limit);
    caller.after("Bills.of");
    return found;
  }
}
