package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final AccountId OTHER = AccountId.of(9_000_001, "Other-Demo");

  private final Turns turns = new Turns();
  private final Versioned<Order> hangs = order("hangs", Some.ACCOUNT);
  private final Versioned<Order> waits = order("waits", Some.ACCOUNT);

  @Test
  void the_one_whose_try_is_the_longest_ago_comes_first() {
    turns.tried(hangs.value(), -20);
    turns.tried(waits.value(), -10);

    assertThat(turns.of(Some.ACCOUNT, List.of(waits, hangs))).containsExactly(hangs, waits);
  }

  @Test
  void one_that_was_never_tried_comes_before_all() {
    turns.tried(hangs.value(), -20);

    assertThat(turns.of(Some.ACCOUNT, List.of(hangs, waits))).containsExactly(waits, hangs);
  }

  @Test
  void another_accounts_round_changes_nothing() {
    turns.tried(hangs.value(), 10);

    turns.of(OTHER, List.of());

    assertThat(turns.of(Some.ACCOUNT, List.of(hangs, waits))).containsExactly(waits, hangs);
  }

  @Test
  void what_is_closing_no_more_is_forgotten() {
    turns.tried(hangs.value(), 10);
    turns.of(Some.ACCOUNT, List.of(waits));

    assertThat(turns.of(Some.ACCOUNT, List.of(hangs, waits))).containsExactly(hangs, waits);
  }

  private static Versioned<Order> order(String name, AccountId account) {
    Order some = Some.order();
    return Versioned.fresh(
        new Order(
            OrderId.derivedFrom("turn", name),
            some.number(),
            some.magic(),
            some.user(),
            account,
            some.origin(),
            some.terms(),
            some.state(),
            some.haltEpochs(),
            some.createdAt(),
            some.deadline(),
            some.correlation()));
  }
}
