package io.bitten.local.sim;

import io.bitten.core.Digest;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One subscription at Stripe as it really is, and what Stripe says of each change: in whole
 * seconds, under ids without an order.
 */
final class StripeSub {
  private static final long GRACE_S = SimRules.grace().toSeconds();
  private static final long HOUR_S = 3_600;
  private static final long MONTH_S = Duration.ofDays(30).toSeconds();

  /** What it is at Stripe. */
  enum State {
    INCOMPLETE,
    ACTIVE,
    PAST_DUE,
    UNPAID,
    CANCELED,
    INCOMPLETE_EXPIRED
  }

  /** One event, to be sent. */
  record Said(String id, String what, String json) {}

  private final String id;
  private final long person;
  private final boolean named;
  private final List<Said> unsent = new ArrayList<>();
  private State state = State.INCOMPLETE;
  private Tier tier;
  private boolean sold;
  private long second;
  private long periodEnd;
  private long dueSince;
  private int events;

  /**
   * Begins, unpaid.
   *
   * @param named whether its metadata names the person; else the checkout alone does
   */
  StripeSub(String id, long person, boolean named, Tier tier) {
    this.id = id;
    this.person = person;
    this.named = named;
    this.tier = tier;
  }

  State state() {
    return state;
  }

  /** Whether it has changed in this second: what tells changes of one second apart is no time. */
  boolean changedAt(Instant now) {
    return second == now.getEpochSecond();
  }

  /** What was said since the last call. */
  List<Said> says() {
    List<Said> said = List.copyOf(unsent);
    unsent.clear();
    return said;
  }

  /** The first payment is under way. */
  void begins(Instant now) {
    second = now.getEpochSecond();
    periodEnd = second + MONTH_S;
    stands("created");
  }

  /** The first payment has gone through; everything of it is said in one second. */
  void isPaidFirst(Instant now) {
    second = now.getEpochSecond();
    sold = true;
    state = State.ACTIVE;
    stands("updated");
    says("checkout.session.completed", checkout());
    says("invoice.payment_succeeded", invoice());
  }

  void isNeverPaid(Instant now) {
    is(State.INCOMPLETE_EXPIRED, now);
  }

  void changes(Tier next, Instant now) {
    tier = next;
    is(State.ACTIVE, now);
  }

  /** Another month begins, and cannot be paid: both are said in one second. */
  void isNotPaid(Instant now) {
    periodEnd += MONTH_S;
    is(State.ACTIVE, now);
    dueSince = second;
    says("invoice.payment_failed", invoice());
    is(State.PAST_DUE, now);
  }

  void isNotPaidAgain(Instant now) {
    second = now.getEpochSecond();
    says("invoice.payment_failed", invoice());
  }

  void isPaid(Instant now) {
    is(State.ACTIVE, now);
    says("invoice.payment_succeeded", invoice());
  }

  void isGivenUp(Instant now) {
    is(State.UNPAID, now);
  }

  /** The price changes, and it is cancelled within the same second. */
  void changesAndEnds(Tier next, Instant now) {
    changes(next, now);
    ends(now);
  }

  void ends(Instant now) {
    second = now.getEpochSecond();
    state = State.CANCELED;
    stands("deleted");
  }

  /** What its person may do by it, as long as nobody but the checkout says who that is: nothing. */
  Optional<Subscription> gives() {
    if (!sold && !named) {
      return Optional.empty();
    }
    return switch (state) {
      case INCOMPLETE -> Optional.empty();
      case ACTIVE ->
          Optional.of(new Subscription.Active(tier, Instant.ofEpochSecond(periodEnd + HOUR_S)));
      case PAST_DUE ->
          Optional.of(new Subscription.Grace(tier, Instant.ofEpochSecond(dueSince + GRACE_S)));
      case UNPAID, CANCELED, INCOMPLETE_EXPIRED ->
          Optional.of(new Subscription.Ended(Tier.PRESS_PASS));
    };
  }

  private void is(State next, Instant now) {
    second = now.getEpochSecond();
    state = next;
    stands("updated");
  }

  private void stands(String what) {
    says("customer.subscription." + what, subscription());
  }

  private void says(String type, String object) {
    String event = "evt_" + Digest.base32(16, id, Integer.toString(++events));
    String json =
        "{\"id\":\"%s\",\"object\":\"event\",\"created\":%d,\"type\":\"%s\",\"data\":{\"object\":%s}}"
            .formatted(event, second, type, object);
    unsent.add(new Said(event, type + " of " + id + ", " + lower(state) + " " + lower(tier), json));
  }

  private String subscription() {
    return """
    {"id":"%s","object":"subscription","status":"%s","metadata":{%s},"items":{"data":[\
    {"current_period_end":%d,"price":{"lookup_key":null,"product":"%s"}}]}}\
    """
        .formatted(
            id,
            lower(state),
            named ? "\"tg_user_id\":\"" + person + "\"" : "",
            periodEnd,
            lower(tier));
  }

  private String checkout() {
    return """
    {"object":"checkout.session","mode":"subscription","subscription":"%s",\
    "client_reference_id":"tg:%d"}\
    """
        .formatted(id, person);
  }

  private String invoice() {
    return """
    {"object":"invoice","parent":{"subscription_details":{"subscription":"%s"}}}\
    """
        .formatted(id);
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
