package io.bitten.core.billing;

import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the events of Stripe amount to. {@link #after} keeps of each kind of fact the one that
 * counts, so any order of the same events, repeats included, gives the same bill; what a person may
 * do is read off the bills alone.
 *
 * <p>Of what is said of a subscription counts, in this order: that it is over, then that it runs,
 * then that it has not begun; the later second; the {@link BillStatus} that comes later in its
 * life; the higher event id.
 */
public final class BillingRules {
  /** How late the news of the next period may be. */
  static final Duration RENEWAL = Duration.ofHours(1);

  /** Who has nothing may view, manage and close. */
  private static final Subscription NOTHING = new Subscription.Ended(Tier.PRESS_PASS);

  private static final Comparator<Standing.Seen> LAST_SAID =
      Comparator.<Standing.Seen, BillStatus.Phase>comparing(seen -> seen.status().phase())
          .thenComparing(seen -> seen.said().at())
          .thenComparing(Standing.Seen::status)
          .thenComparing(Standing.Seen::said);

  private BillingRules() {}

  /** The bill when this is known as well. */
  static Bill after(Bill bill, BillFact fact) {
    if (!fact.bill().equals(bill.id())) {
      throw new IllegalArgumentException("bill " + bill.id() + " was told of " + fact.bill());
    }
    return switch (fact) {
      case BillFact.Holds holds -> bill.with(bill.claims().with(holds.user(), holds.said()));
      case BillFact.Stands stands -> bill.with(last(bill.standing(), seen(stands)));
      case BillFact.Paid paid -> bill.with(bill.payments().paid(paid.said().at()));
      case BillFact.Failed failed -> bill.with(bill.payments().failed(failed.said().at()));
    };
  }

  /** The bill of a Press Pass that begins now. */
  static Bill pass(UserId user, Instant now, BillingTerms terms) {
    BillId id = BillId.passOf(user);
    Stamp said = new Stamp(now, id.value());
    return Bill.blank(id)
        .with(Claims.none().with(user, said))
        .with(
            new Standing.Seen(
                BillStatus.TRIALING, Tier.PRESS_PASS, now.plus(terms.pressPass()), said));
  }

  /**
   * The best of what the bills give the person: what opens trades now before what does not, what
   * runs or ran before what has ended, then the higher tier, a paid one before a grace, the longer.
   * Empty when no bill says anything.
   */
  static Optional<Entitlement> best(
      List<Bill> bills, UserId user, Instant now, BillingTerms terms) {
    Comparator<Entitlement> better =
        Comparator.<Entitlement, Boolean>comparing(it -> it.subscription().opensAt(now))
            .thenComparing(it -> !(it.subscription() instanceof Subscription.Ended))
            .thenComparing(it -> it.subscription().tier())
            .thenComparing(it -> it.subscription() instanceof Subscription.Active)
            .thenComparing(it -> until(it.subscription()))
            .thenComparing(Entitlement::cause);
    return bills.stream().flatMap(bill -> entitlement(bill, user, terms).stream()).max(better);
  }

  private static Optional<Entitlement> entitlement(Bill bill, UserId user, BillingTerms terms) {
    return switch (bill.standing()) {
      case Standing.Unseen none -> Optional.empty();
      case Standing.Seen seen when !bill.heldBy(user) ->
          Optional.of(new Entitlement(NOTHING, seen.said()));
      case Standing.Seen seen ->
          subscription(bill, seen, terms).map(given -> new Entitlement(given, seen.said()));
    };
  }

  private static Optional<Subscription> subscription(
      Bill bill, Standing.Seen seen, BillingTerms terms) {
    return switch (seen.status()) {
      case INCOMPLETE -> Optional.empty();
      case TRIALING, ACTIVE -> Optional.of(new Subscription.Active(seen.tier(), seen.until()));
      case PAST_DUE -> {
        Instant due = bill.payments().dueSince().orElse(seen.said().at());
        yield Optional.of(new Subscription.Grace(seen.tier(), due.plus(terms.grace())));
      }
      case UNPAID, PAUSED, CANCELED, INCOMPLETE_EXPIRED -> Optional.of(NOTHING);
    };
  }

  private static Instant until(Subscription subscription) {
    return switch (subscription) {
      case Subscription.Active active -> active.until();
      case Subscription.Grace grace -> grace.until();
      case Subscription.Ended ended -> Instant.MIN;
    };
  }

  private static Standing last(Standing known, Standing.Seen said) {
    return switch (known) {
      case Standing.Unseen none -> said;
      case Standing.Seen seen -> LAST_SAID.compare(seen, said) >= 0 ? seen : said;
    };
  }

  private static Standing.Seen seen(BillFact.Stands stands) {
    return new Standing.Seen(
        stands.status(), stands.tier(), stands.periodEnd().plus(RENEWAL), stands.said());
  }
}
