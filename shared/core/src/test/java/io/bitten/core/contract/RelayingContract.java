package io.bitten.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Ticket;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Orphan;
import io.bitten.core.relay.Lease;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What relays share: who works, which closes are under way, and what was found without an order.
 */
public abstract class RelayingContract extends PortContract {
  private static final CloseWish ALL =
      new CloseWish(Some.ACCOUNT, new CloseWish.Target.All(), ExitReason.PANIC, Some.NOW);
  private static final CloseWish ONE =
      new CloseWish(Some.ACCOUNT, new CloseWish.Target.Of(Some.ORDER), ExitReason.TRADER, Some.NOW);

  @Test
  void a_lease_is_written_only_over_the_version_that_was_read() {
    assertThat(world.leases().find("main")).isEmpty();

    assertThat(world.leases().save(Versioned.fresh(lease("relay-1", 1)))).isEqualTo(Written.STORED);
    assertThat(world.leases().save(Versioned.fresh(lease("relay-2", 1)))).isEqualTo(Written.STALE);
    Versioned<Lease> first = world.leases().find("main").orElseThrow();
    assertThat(first).isEqualTo(new Versioned<>(lease("relay-1", 1), 1));
    assertThat(world.leases().save(first.with(lease("relay-2", 2)))).isEqualTo(Written.STORED);
    assertThat(world.leases().save(first.with(lease("relay-1", 1)))).isEqualTo(Written.STALE);
    assertThat(world.leases().find("main")).contains(new Versioned<>(lease("relay-2", 2), 2));
    assertThat(world.leases().find("other")).isEmpty();
  }

  @Test
  void of_many_who_take_a_lease_at_once_one_gets_it() {
    List<Written> answers =
        atOnce(20, () -> world.leases().save(Versioned.fresh(lease("relay-1", 1))));

    assertThat(Collections.frequency(answers, Written.STORED)).isEqualTo(1);
  }

  @Test
  void a_wish_is_kept_until_it_is_dropped() {
    assertThat(world.closeWishes().of(Some.ACCOUNT, 10)).isEmpty();

    world.closeWishes().keep(ALL);
    world.closeWishes().keep(ONE);
    world.closeWishes().keep(ONE);
    assertThat(world.closeWishes().of(Some.ACCOUNT, 10)).containsExactlyInAnyOrder(ALL, ONE);
    assertThat(world.closeWishes().of(Some.ACCOUNT, 1)).hasSize(1);
    assertThat(world.closeWishes().of(AccountId.of(1, "Elsewhere"), 10)).isEmpty();

    world.closeWishes().drop(ALL);
    world.closeWishes().drop(ALL);
    assertThat(world.closeWishes().of(Some.ACCOUNT, 10)).containsExactly(ONE);
  }

  @Test
  void an_older_wish_neither_replaces_a_later_one_nor_drops_it() {
    CloseWish later =
        new CloseWish(ALL.account(), ALL.target(), ExitReason.TRADER, Some.NOW.plusSeconds(60));
    world.closeWishes().keep(later);
    world.closeWishes().keep(ALL);
    world.closeWishes().drop(ALL);
    assertThat(world.closeWishes().of(Some.ACCOUNT, 10)).containsExactly(later);
  }

  @Test
  void an_orphan_is_created_once_and_changed_only_over_the_version_that_was_read() {
    Orphan first = SomeKinds.orphans().getFirst();
    Ticket ticket = first.fill().ticket();
    assertThat(world.orphans().find(Some.ACCOUNT, ticket)).isEmpty();

    assertThat(world.orphans().save(Versioned.fresh(first))).isEqualTo(Written.STORED);
    assertThat(world.orphans().save(Versioned.fresh(first))).isEqualTo(Written.STALE);
    for (Orphan next : SomeKinds.orphans()) {
      Versioned<Orphan> read = world.orphans().find(Some.ACCOUNT, ticket).orElseThrow();
      assertThat(world.orphans().save(read.with(next))).isEqualTo(Written.STORED);
      assertThat(world.orphans().save(read.with(first))).isEqualTo(Written.STALE);
      assertThat(world.orphans().find(Some.ACCOUNT, ticket))
          .contains(new Versioned<>(next, read.version() + 1));
    }
    assertThat(world.orphans().find(AccountId.of(1, "Elsewhere"), ticket)).isEmpty();
  }

  @Test
  void of_many_who_create_an_orphan_at_once_one_does() {
    Orphan orphan = SomeKinds.orphans().getFirst();
    List<Written> answers = atOnce(20, () -> world.orphans().save(Versioned.fresh(orphan)));

    assertThat(Collections.frequency(answers, Written.STORED)).isEqualTo(1);
  }

  @Test
  void an_accounts_orphans_come_with_the_highest_ticket_first() {
    for (long ticket : List.of(9, 1_000, 77)) {
      world.orphans().save(Versioned.fresh(SomeKinds.orphan(new Ticket(ticket))));
    }

    assertThat(world.orphans().of(Some.ACCOUNT, 2))
        .extracting(one -> one.value().fill().ticket().value())
        .containsExactly(1_000L, 77L);
    assertThat(world.orphans().of(AccountId.of(1, "Elsewhere"), 10)).isEmpty();
  }

  private static Lease lease(String holder, long epoch) {
    return new Lease("main", holder, "boot-1", epoch, Instant.parse("2024-01-02T10:00:15Z"));
  }
}
