package io.bitten.core.chat;

import io.bitten.core.Contention;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.Written;
import io.bitten.core.account.Link;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Role;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.billing.BillingDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Knows people by their Telegram id, and remembers newcomers. */
final class People {
  /** A known person's last activity is written at most this often. */
  private static final Duration ACTIVITY = Duration.ofMinutes(5);

  private static final int LOOKS = 5;

  private final World world;
  private final ChatSettings settings;
  private final BillingDesk billing;
  private final WayOut wayOut;

  People(World world, Rulebook rules, ChatSettings settings) {
    this.world = world;
    this.settings = settings;
    this.billing = new BillingDesk(world, rules);
    this.wayOut = new WayOut(settings.tapSecret(), settings.botName());
  }

  /**
   * The person as stored now; a newcomer is stored first. Two updates of one person may be handled
   * side by side, so whoever was overtaken looks again: a way out waits for no queue because of it,
   * nor for what the person has paid for.
   */
  Versioned<Trader> meet(Incoming incoming, Instant now) {
    for (int look = 0; look < LOOKS; look++) {
      Optional<Versioned<Trader>> met = met(incoming, now);
      if (met.isPresent()) {
        return met.get();
      }
    }
    throw new Contention("trader " + incoming.user() + " is changed all the time");
  }

  /** Empty when somebody else stored the person meanwhile. */
  private Optional<Versioned<Trader>> met(Incoming incoming, Instant now) {
    Optional<Versioned<Trader>> known =
        world
            .traders()
            .find(incoming.user())
            .flatMap(found -> wayOut.is(incoming) ? Optional.of(found) : current(found, now));
    if (known.isEmpty()) {
      return stored(Versioned.fresh(newcomer(incoming, now)));
    }
    Versioned<Trader> found = known.get();
    Trader trader = ranked(found.value());
    boolean news =
        trader.role() != found.value().role()
            || trader.reach() != Reach.REACHABLE
            || !trader.name().equals(incoming.name())
            || Duration.between(trader.lastActiveAt(), now).compareTo(ACTIVITY) > 0;
    return news ? stored(found.with(trader.seen(incoming.name(), now))) : Optional.of(found);
  }

  /** Where one subscription has run out another may still run, and no event says so. */
  private Optional<Versioned<Trader>> current(Versioned<Trader> found, Instant now) {
    Subscription subscription = found.value().subscription();
    return subscription instanceof Subscription.Ended || subscription.opensAt(now)
        ? Optional.of(found)
        : billing.settle(found.value().id());
  }

  /** Whom the operator names, or names no longer, is an administrator or not from now on. */
  private Trader ranked(Trader trader) {
    Role role = role(trader.telegramId());
    return trader.role() == role ? trader : trader.with(role);
  }

  private Role role(long telegramId) {
    return settings.admins().contains(telegramId) ? Role.ADMIN : Role.TRADER;
  }

  /**
   * Notes that the person let the bot in again; strangers are not stored. That somebody blocked it
   * is learnt by the next message: updates come late and out of order, and an old one must not
   * silence whom messages reach. It is stored even when nothing differs, so that a sender who was
   * refused before does not mark the person after.
   */
  void moved(Incoming.Moved moved) {
    switch (moved.reach()) {
      case BLOCKED -> {}
      case REACHABLE ->
          world
              .traders()
              .find(moved.user())
              .ifPresent(found -> save(found.with(found.value().with(Reach.REACHABLE))));
    }
  }

  /** Saves, and returns what is stored then. */
  Versioned<Trader> save(Versioned<Trader> trader) {
    return stored(trader)
        .orElseThrow(
            () -> new Contention("trader " + trader.value().id() + " was changed meanwhile"));
  }

  /** What is stored then; empty when somebody else was first. */
  private Optional<Versioned<Trader>> stored(Versioned<Trader> trader) {
    return world.traders().save(trader) == Written.STALE
        ? Optional.empty()
        : Optional.of(new Versioned<>(trader.value(), trader.version() + 1));
  }

  private Trader newcomer(Incoming incoming, Instant now) {
    long telegramId = incoming.chat().value();
    return new Trader(
        incoming.user(),
        telegramId,
        incoming.name(),
        role(telegramId),
        new Subscription.Ended(Tier.PRESS_PASS),
        new Oath.NotTaken(),
        new Link.None(),
        0,
        now,
        now,
        Reach.REACHABLE);
  }
}
