package io.bitten.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Page;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.UserId;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.risk.RiskBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Finding, changing and listing orders. */
public abstract class OrdersContract extends PortContract {

  @Test
  void an_order_that_was_never_placed_is_not_found_and_not_saved() {
    assertThat(world.orders().find(Some.ORDER)).isEmpty();
    assertThat(world.orders().save(new Versioned<>(Some.order(), 1))).isEqualTo(Written.STALE);
    assertThatThrownBy(() -> world.orders().save(Versioned.fresh(Some.order())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("created by placing");
    assertThat(world.orders().find(Some.ORDER)).isEmpty();
  }

  @Test
  void every_state_is_stored_as_it_is() {
    place(Some.order());

    for (OrderState state : SomeKinds.states()) {
      Versioned<Order> before = world.orders().find(Some.ORDER).orElseThrow();
      assertThat(world.orders().save(before.with(before.value().with(state))))
          .isEqualTo(Written.STORED);
      assertThat(world.orders().find(Some.ORDER))
          .contains(new Versioned<>(Some.order().with(state), before.version() + 1));
    }
  }

  @Test
  void of_many_who_change_one_version_at_once_one_wins() {
    place(Some.order());
    Versioned<Order> read = world.orders().find(Some.ORDER).orElseThrow();
    Versioned<Order> next = read.with(Some.order().with(new OrderState.Expired(Some.NOW)));

    List<Written> answers = atOnce(32, () -> world.orders().save(next));

    assertThat(Collections.frequency(answers, Written.STORED)).isEqualTo(1);
    assertThat(world.orders().find(Some.ORDER).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void a_traders_orders_come_newest_first_in_pages_without_gaps() {
    List<Order> placed = placeSeven();
    UserId stranger = new UserId("somebody-else");

    List<Order> read = new ArrayList<>();
    Page<Order> page = world.orders().of(Some.USER, "", 3);
    assertThat(page.items()).hasSize(3);
    for (int pages = 0; pages < 3; pages++) {
      read.addAll(page.items());
      if (page.more()) {
        page = world.orders().of(Some.USER, page.next(), 3);
      }
    }

    assertThat(read).isEqualTo(placed.reversed());
    assertThat(page.more()).isFalse();
    assertThat(world.orders().of(stranger, "", 3)).isEqualTo(Page.last(List.of()));
    assertThat(world.orders().of(Some.USER, "", 7)).isEqualTo(Page.last(placed.reversed()));
  }

  @Test
  void open_lists_what_is_not_terminal_oldest_first() {
    List<Order> placed = placeSeven();
    move(placed.get(0), SomeKinds.states().get(2));
    move(placed.get(1), new OrderState.Expired(Some.NOW));
    move(placed.get(2), new OrderState.Protected(Some.fill(), Some.NOW));

    assertThat(world.orders().open(Some.ACCOUNT, 50).stream().map(one -> one.value().id()))
        .containsExactly(
            placed.get(0).id(),
            placed.get(2).id(),
            placed.get(3).id(),
            placed.get(4).id(),
            placed.get(5).id(),
            placed.get(6).id());
    assertThat(world.orders().open(Some.ACCOUNT, 50).getFirst().version()).isEqualTo(2);
    assertThat(world.orders().open(Some.ACCOUNT, 2)).hasSize(2);
    assertThat(world.orders().open(AccountId.of(1, "Other"), 50)).isEmpty();
  }

  @Test
  void unclaimed_lists_what_is_new_oldest_first() {
    List<Order> placed = placeSeven();
    move(placed.get(0), SomeKinds.states().get(1));

    assertThat(world.orders().unclaimed(3).stream().map(one -> one.value().id()))
        .containsExactly(placed.get(1).id(), placed.get(2).id(), placed.get(3).id());
  }

  @Test
  void unknown_lists_what_is_in_doubt_oldest_first_until_it_is_settled() {
    List<Order> placed = placeSeven();
    OrderState unknown = SomeKinds.states().get(2);
    move(placed.get(4), unknown);
    move(placed.get(1), unknown);
    move(placed.get(2), unknown);

    assertThat(world.orders().unknown(2).stream().map(one -> one.value().id()))
        .containsExactly(placed.get(1).id(), placed.get(2).id());
    move(placed.get(1), new OrderState.New(1));
    move(placed.get(2), new OrderState.Expired(Some.NOW));
    assertThat(world.orders().unknown(9).stream().map(one -> one.value().id()))
        .containsExactly(placed.get(4).id());
    assertThat(world.orders().unclaimed(9).stream().map(one -> one.value().id()))
        .contains(placed.get(1).id())
        .doesNotContain(placed.get(4).id());
  }

  @Test
  void naked_lists_what_is_open_without_its_stop_oldest_first_until_it_has_one() {
    List<Order> placed = placeSeven();
    OrderState naked = SomeKinds.states().get(4);
    move(placed.get(4), naked);
    move(placed.get(1), naked);
    move(placed.get(2), naked);

    assertThat(world.orders().naked(2).stream().map(one -> one.value().id()))
        .containsExactly(placed.get(1).id(), placed.get(2).id());
    move(placed.get(1), SomeKinds.states().get(5));
    assertThat(world.orders().naked(9).stream().map(one -> one.value().id()))
        .containsExactly(placed.get(2).id(), placed.get(4).id());
    move(placed.get(2), new OrderState.Closing(Some.fill(), ExitReason.NO_STOP, Some.NOW));
    move(placed.get(4), new OrderState.Closing(Some.fill(), ExitReason.TRADER, Some.NOW));
    assertThat(world.orders().naked(9).stream().map(one -> one.value().id()))
        .containsExactly(placed.get(2).id());
    assertThat(world.orders().unknown(9)).isEmpty();
  }

  @Test
  void an_order_that_goes_back_to_new_is_unclaimed_again() {
    place(Some.order());
    move(Some.order(), SomeKinds.states().get(1));
    assertThat(world.orders().unclaimed(3)).isEmpty();

    move(Some.order(), new OrderState.New(1));

    assertThat(world.orders().unclaimed(3)).hasSize(1);
  }

  @Test
  void no_magic_is_given_twice() {
    List<Magic> magics = atOnce(200, () -> world.orders().nextMagic());

    assertThat(magics).doesNotHaveDuplicates().allMatch(Magic::isOurs);
  }

  private List<Order> placeSeven() {
    List<Order> placed = new ArrayList<>();
    for (int number = 0; number < 7; number++) {
      // Two of them at the same moment: the id decides then.
      Order order =
          Some.order(OrderId.derivedFrom("n", "" + number), Some.NOW.plusSeconds(number / 2 * 60L));
      place(order);
      placed.add(order);
    }
    placed.sort(Comparator.comparing(Order::createdAt).thenComparing(one -> one.id().value()));
    return placed;
  }

  private void place(Order order) {
    RiskBook book = Some.riskBook(List.of(Some.reservation(order.id())));
    long version = world.riskBooks().find(Some.USER).map(Versioned::version).orElse(0L);
    world.orders().place(order, new Versioned<>(book, version));
  }

  private void move(Order order, OrderState state) {
    Versioned<Order> read = world.orders().find(order.id()).orElseThrow();
    assertThat(world.orders().save(read.with(read.value().with(state)))).isEqualTo(Written.STORED);
  }
}
