package io.bitten.core.billing;

import io.bitten.core.Contention;
import io.bitten.core.CorrelationId;
import io.bitten.core.Digest;
import io.bitten.core.Event;
import io.bitten.core.EventHeader;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.Written;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Brings what is known of subscriptions to the people. The bill is stored first, then listed under
 * its holder, then the holder's subscription is made what all of their bills give; a repeat does
 * the same again and changes nothing more.
 */
public final class BillingDesk {
  /** Subscriptions of one person; beyond it the desk refuses rather than forgets some. */
  static final int MOST_BILLS = 100;

  private static final int TRIES = 8;

  private final World world;
  private final BillingTerms terms;

  public BillingDesk(World world, Rulebook rules) {
    this.world = world;
    this.terms = rules.billing();
  }

  /**
   * Takes what an event says. A bill that nobody is known to hold yet, or whose holder has never
   * written, waits.
   *
   * @throws Contention when others kept changing the same; the queue repeats the event
   */
  public void take(BillFact fact) {
    Bill bill = keep(fact);
    for (Claims.Claim claim : bill.claims().all()) {
      world.bills().list(claim.user(), bill.id());
      settle(claim.user());
    }
  }

  /** Starts the Press Pass, once a person, and brings what the person has by now. */
  public Versioned<Trader> pass(UserId user) {
    Bill pass = BillingRules.pass(user, world.time().instant(), terms);
    // Stored before: the pass that has begun goes on, and is listed in case that was missed.
    Written begun = world.bills().save(Versioned.fresh(pass));
    world.bills().list(user, pass.id());
    return settle(user)
        .orElseThrow(
            () -> new IllegalStateException("a pass " + begun + " for nobody known: " + user));
  }

  /**
   * Makes the trader's subscription what all of the person's bills give now, and tells when the
   * tier rises. Without bills nothing changes.
   *
   * @return the trader as stored then; empty for who has never written
   */
  public Optional<Versioned<Trader>> settle(UserId user) {
    for (int i = 0; i < TRIES; i++) {
      // The trader first: whoever changes a bill after it was read here settles the trader after
      // it, so that one of the two finds a stale version and reads again.
      Optional<Versioned<Trader>> found = world.traders().find(user);
      Optional<Entitlement> best = best(user);
      if (found.isEmpty() || best.isEmpty()) {
        return found;
      }
      Versioned<Trader> stored = found.get();
      Subscription next = best.get().subscription();
      if (stored.value().subscription().equals(next)) {
        return found;
      }
      tell(stored.value(), best.get());
      Versioned<Trader> settled = stored.with(stored.value().with(next));
      if (world.traders().save(settled) == Written.STORED) {
        return Optional.of(new Versioned<>(settled.value(), stored.version() + 1));
      }
    }
    throw new Contention("trader " + user + " kept changing");
  }

  private Optional<Entitlement> best(UserId user) {
    List<Bill> bills = world.bills().of(user, MOST_BILLS + 1);
    if (bills.size() > MOST_BILLS) {
      throw new IllegalStateException(user + " has more than " + MOST_BILLS + " bills");
    }
    return BillingRules.best(bills, user, world.time().instant(), terms);
  }

  /** Stores the bill with the fact. */
  private Bill keep(BillFact fact) {
    for (int i = 0; i < TRIES; i++) {
      Versioned<Bill> stored =
          world.bills().find(fact.bill()).orElseGet(() -> Versioned.fresh(Bill.blank(fact.bill())));
      Bill next = BillingRules.after(stored.value(), fact);
      if (stored.version() > 0 && next.equals(stored.value())
          || world.bills().save(stored.with(next)) == Written.STORED) {
        return next;
      }
    }
    throw new Contention("bill " + fact.bill() + " kept changing");
  }

  /** Before it is stored: the id is of what raises it, so that an end between is made good. */
  private void tell(Trader trader, Entitlement next) {
    if (next.subscription().tier().compareTo(trader.tier()) <= 0) {
      return;
    }
    String id = "upgraded-" + Digest.base32(16, trader.id().value(), next.cause().event());
    world
        .events()
        .publish(
            new Event.UserUpgraded(
                EventHeader.of(id, next.cause().at(), new CorrelationId(id)),
                trader.id(),
                trader.tier().name(),
                next.subscription().tier().name()));
  }
}
