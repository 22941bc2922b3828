package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Deal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** After the faults: everything settles, everything is closed, and the books agree. */
final class Ending {
  private static final int MOST_ORDERS = 1_000;
  private static final long STEP_MS = 5_000;

  /**
   * Stories of a hundred that end with a fresh FIRE: in all of them it would cost too much time.
   */
  private static final int TRADING_AGAIN = 40;

  /** Long enough after the last trouble for a missing stop to be a fault of ours. */
  private static final long NAKED_MS = 13_000;

  /** By then every card has ended, and what was fired from one is placed. */
  private static final long LEAST_MS = 15_000;

  /** Attempt, horizon, a message that a dead process holds, and some rounds of questions. */
  private static final long SETTLES_MS = 120_000;

  /** A command that a dead process took comes again after a minute, and holds up the next. */
  private static final long CLOSES_MS = 85_000;

  /** A position that ends now is seen by the next look, and booked by the next round. */
  private static final long LOOKS_MS = 20_000;

  /** A report that was taken and not deleted holds up the others of its account for a minute. */
  private static final long TOLD_MS = 150_000;

  private final Scene scene;
  private final Traders traders;
  private final List<Traders.Person> people;

  Ending(Scene scene, Traders traders, List<Traders.Person> people) {
    this.scene = scene;
    this.traders = traders;
    this.people = people;
  }

  void play() {
    Timeline time = scene.stage().time();
    long calmAt = time.now();
    long trouble = scene.stage().faults().troubleUntil() - time.now();
    time.pass(Math.max(LEAST_MS, trouble + NAKED_MS));
    settle(SETTLES_MS - LEAST_MS);
    scene.stage().checks().late().gone(scene.stage().checks().brokers());
    for (Order order : open()) {
      Checks.hold(
          order.state() instanceof OrderState.Protected,
          Invariant.I3_EVERYTHING_ENDS,
          order.id() + " is still " + order.state().label());
    }
    agree();
    if (scene.stage().faults().percent(TRADING_AGAIN)) {
      new TradesAgain(scene, traders, calmAt).play(people.getFirst());
    }
    scene.wires().reports().redrive();
    people.forEach(person -> traders.closeAll(person, "end-" + person.user()));
    time.pass(STEP_MS);
    for (long waited = STEP_MS; waited < CLOSES_MS && !open().isEmpty(); waited += STEP_MS) {
      time.pass(STEP_MS);
    }
    closed();
    BookChecks books = new BookChecks(scene.memory(), MOST_ORDERS);
    for (long waited = 0;
        waited < TOLD_MS && !(told() && people.stream().allMatch(books::turned));
        waited += STEP_MS) {
      time.pass(STEP_MS);
    }
    booked();
    people.forEach(books::ended);
  }

  private boolean told() {
    return people.stream()
            .flatMap(
                one -> scene.memory().orders().of(one.user(), "", MOST_ORDERS).items().stream())
            .allMatch(order -> version(order) == scene.told().version(order.id()))
        && scene.stage().checks().late().told(scene.told());
  }

  private long version(Order order) {
    return scene.memory().orders().find(order.id()).orElseThrow().version();
  }

  private void settle(long longest) {
    for (long waited = 0; waited < longest && !settled(); waited += STEP_MS) {
      scene.stage().time().pass(STEP_MS);
    }
  }

  private boolean settled() {
    return scene.wires().fires().empty()
        && scene.stage().checks().late().settled(scene.stage().checks().brokers())
        && open().stream().allMatch(order -> order.state() instanceof OrderState.Protected);
  }

  private List<Order> open() {
    return people.stream()
        .flatMap(one -> scene.memory().orders().open(one.account(), MOST_ORDERS).stream())
        .map(Versioned::value)
        .toList();
  }

  /**
   * What the store says and what the broker holds are the same positions, once it was looked; but
   * for what ends while that is waited for.
   */
  private void agree() {
    Instant before = scene.stage().time().instant();
    for (long waited = 0;
        waited < LOOKS_MS && !(agreed(Instant.MAX) && restsAgree());
        waited += STEP_MS) {
      scene.stage().time().pass(STEP_MS);
    }
    Checks.hold(
        agreed(before), Invariant.I2_STATE_AGREES, "the store and the broker hold other positions");
    Checks.hold(
        restsAgree(),
        Invariant.I33_REST_COUNTS,
        "the store and the broker hold other lots, or the risk book does");
  }

  private boolean restsAgree() {
    RestChecks rests = new RestChecks(scene.memory(), scene.told());
    return people.stream()
        .map(Traders.Person::account)
        .allMatch(
            account ->
                scene.memory().orders().open(account, MOST_ORDERS).stream()
                    .allMatch(
                        order ->
                            rests.agrees(order, scene.stage().checks().brokers().get(account))));
  }

  private boolean agreed(Instant before) {
    return people.stream().map(Traders.Person::account).allMatch(one -> agreed(one, before));
  }

  /** Whether they agree on all but what ended after that. */
  private boolean agreed(AccountId account, Instant before) {
    Set<Magic> stored =
        scene.memory().orders().open(account, MOST_ORDERS).stream()
            .map(order -> order.value().magic())
            .collect(Collectors.toSet());
    Set<Magic> held =
        scene.stage().checks().brokers().get(account).ours().stream()
            .map(Position::magic)
            .collect(Collectors.toSet());
    scene.stage().checks().brokers().get(account).deals().stream()
        .filter(deal -> deal.side() != Deal.Side.ENTRY && deal.at().isAfter(before))
        .map(Deal::magic)
        .filter(magic -> !held.contains(magic))
        .forEach(stored::remove);
    return stored.equals(held);
  }

  private void closed() {
    for (Traders.Person person : people) {
      int left = scene.stage().checks().brokers().get(person.account()).ours().size();
      Checks.hold(
          left == 0, Invariant.I6_CLOSES_WORK, left + " positions are left after closing all");
    }
    Checks.hold(
        open().isEmpty(), Invariant.I3_EVERYTHING_ENDS, "after closing all: " + labels(open()));
  }

  private void booked() {
    for (Traders.Person person : people) {
      Broker broker = scene.stage().checks().brokers().get(person.account());
      Checks checks = scene.stage().checks();
      checks
          .late()
          .ended(
              person.account(),
              broker,
              new LateFills.Ended(scene.told(), scene.haltLog(), checks.exits()));
      for (Order order : scene.memory().orders().of(person.user(), "", MOST_ORDERS).items()) {
        long version = version(order);
        long told = scene.told().version(order.id());
        Checks.hold(
            told == version,
            Invariant.I19_ALL_IS_TOLD,
            order.id() + " is at version " + version + ", and " + told + " was told");
      }
    }
  }

  private static String labels(List<Order> orders) {
    return orders.stream()
        .map(order -> order.id() + " " + order.state().label())
        .collect(Collectors.joining(", "));
  }
}
