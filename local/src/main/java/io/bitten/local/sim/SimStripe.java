package io.bitten.local.sim;

import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.chat.Queues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stripe: everybody's subscriptions as they really are, and the way of its events to the platform,
 * on which they overtake each other, come twice and come late. One that is not answered with 200
 * comes again.
 */
final class SimStripe {
  private static final Tier[] TIERS = Tier.values();
  private static final int SECOND_MS = 1_000;

  private final Timeline time;
  private final Faults faults;
  private final Queues queues;
  private final Map<ChatReader, List<StripeSub>> subs = new HashMap<>();
  private int numbers;
  private int underWay;

  SimStripe(Timeline time, Faults faults, Queues queues) {
    this.time = time;
    this.faults = faults;
    this.queues = queues;
  }

  /** Somebody who has paid since yesterday; what was said then has been heard. */
  void paysSince(Instant then, ChatReader reader, Tier tier, Consumer<String> heard) {
    StripeSub sub = add(reader, tier);
    sub.begins(then);
    sub.isPaidFirst(then);
    sub.says().forEach(said -> heard.accept(said.json()));
  }

  /** Something happens with one of the person's subscriptions. */
  void acts(ChatReader reader) {
    List<StripeSub> mine = subs.get(reader);
    StripeSub sub = mine.get(faults.below(mine.size()));
    Instant now = time.instant();
    if (sub.changedAt(now)) {
      time.moment(SECOND_MS, () -> acts(reader));
      return;
    }
    switch (sub.state()) {
      case INCOMPLETE -> beginning(sub, now);
      case ACTIVE -> running(reader, sub, now);
      case PAST_DUE -> due(sub, now);
      case UNPAID, CANCELED, INCOMPLETE_EXPIRED -> buys(reader, now);
    }
    send(sub.says());
  }

  private void beginning(StripeSub sub, Instant now) {
    if (faults.percent(70)) {
      sub.isPaidFirst(now);
    } else {
      sub.isNeverPaid(now);
    }
  }

  private void running(ChatReader reader, StripeSub sub, Instant now) {
    switch (faults.below(6)) {
      case 0, 1 -> sub.changes(tier(), now);
      case 2 -> sub.isNotPaid(now);
      case 3 -> sub.ends(now);
      case 4 -> sub.changesAndEnds(tier(), now);
      default -> buys(reader, now);
    }
  }

  private void due(StripeSub sub, Instant now) {
    switch (faults.below(4)) {
      case 0 -> sub.isNotPaidAgain(now);
      case 1 -> sub.isPaid(now);
      case 2 -> sub.isGivenUp(now);
      default -> sub.ends(now);
    }
  }

  private void buys(ChatReader reader, Instant now) {
    StripeSub sub = add(reader, tier());
    sub.begins(now);
    if (faults.percent(70)) {
      sub.isPaidFirst(now);
    }
    send(sub.says());
  }

  private StripeSub add(ChatReader reader, Tier tier) {
    String id = "sub_" + ++numbers;
    StripeSub sub = new StripeSub(id, reader.chat().value(), faults.percent(50), tier);
    subs.computeIfAbsent(reader, any -> new ArrayList<>()).add(sub);
    return sub;
  }

  private Tier tier() {
    return TIERS[faults.below(TIERS.length)];
  }

  private void send(List<StripeSub.Said> events) {
    for (StripeSub.Said said : events) {
      faults.note("stripe", said.what());
      long way = faults.between(5, 100);
      way += faults.often(Fault.STRIPE_DISORDER) ? faults.between(0, 8_000) : 0;
      way += faults.often(Fault.STRIPE_LATE) ? faults.between(10_000, 60_000) : 0;
      bring(said, way);
      if (faults.often(Fault.STRIPE_TWICE)) {
        bring(said, way + faults.between(0, 30_000));
      }
    }
  }

  private void bring(StripeSub.Said said, long inMs) {
    underWay++;
    time.task(inMs, () -> attempt(said));
  }

  /** The door remembers ids for some days, and what is sent again by hand passes it later. */
  private void attempt(StripeSub.Said said) {
    try {
      queues.billing(said.id(), said.json());
    } catch (Crash | StoreTrouble trouble) {
      faults.note("door", "answers " + said.id() + " with an error");
      bring(said, faults.between(1_000, 8_000));
    }
    underWay--;
  }

  /** Whether everything that was said has been taken. */
  boolean quiet() {
    return underWay == 0;
  }

  /** What the person has paid for: of what runs the highest, without grace before with it. */
  Subscription paidBy(ChatReader reader) {
    Subscription best = new Subscription.Ended(Tier.PRESS_PASS);
    for (StripeSub sub : subs.get(reader)) {
      Optional<Subscription> given = sub.gives();
      if (given.isPresent() && worth(given.get()) > worth(best)) {
        best = given.get();
      }
    }
    return best;
  }

  /** More than a thousand years of seconds for a kind, and for a tier the double. */
  private static long worth(Subscription subscription) {
    long kind = Duration.ofDays(400_000).toSeconds();
    return switch (subscription) {
      case Subscription.Active active ->
          kind * (2L * active.tier().ordinal() + 2) + active.until().getEpochSecond();
      case Subscription.Grace grace ->
          kind * (2L * grace.tier().ordinal() + 1) + grace.until().getEpochSecond();
      case Subscription.Ended ended -> 0;
    };
  }
}
