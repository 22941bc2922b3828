package io.bitten.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.Magic;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orders.Placed;
import io.bitten.core.risk.Reservation;
import io.bitten.core.risk.RiskBook;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Placing an order: the order and its reservation, both or neither, once. */
public abstract class PlacingContract extends PortContract {

  @Test
  void placing_stores_the_order_and_its_book_together() {
    assertThat(place(Some.order(), Versioned.fresh(book(Some.ORDER)))).isEqualTo(Placed.PLACED);

    assertThat(world.orders().find(Some.ORDER)).contains(new Versioned<>(Some.order(), 1));
    assertThat(world.riskBooks().find(Some.USER)).contains(new Versioned<>(book(Some.ORDER), 1));
  }

  @Test
  void the_same_order_again_is_already_there_and_reserves_nothing_more() {
    place(Some.order(), Versioned.fresh(book(Some.ORDER)));
    RiskBook twice =
        Some.riskBook(List.of(Some.reservation(Some.ORDER), Some.reservation(Some.ORDER)));

    assertThat(place(Some.order(), new Versioned<>(twice, 1))).isEqualTo(Placed.ALREADY);

    assertThat(world.riskBooks().find(Some.USER)).contains(new Versioned<>(book(Some.ORDER), 1));
  }

  @Test
  void a_repeat_after_a_crash_hears_already_even_with_the_book_it_first_read() {
    place(Some.order(), Versioned.fresh(book(Some.ORDER)));

    assertThat(place(Some.order(), Versioned.fresh(book(Some.ORDER)))).isEqualTo(Placed.ALREADY);
  }

  @Test
  void a_book_that_changed_meanwhile_places_nothing() {
    world.riskBooks().save(Versioned.fresh(Some.riskBook()));
    OrderId other = OrderId.derivedFrom("other");

    assertThat(place(Some.order(other), Versioned.fresh(book(other)))).isEqualTo(Placed.STALE);

    assertThat(world.orders().find(other)).isEmpty();
    assertThat(world.orders().of(Some.USER, "", 10).items()).isEmpty();
    assertThat(world.riskBooks().find(Some.USER)).contains(new Versioned<>(Some.riskBook(), 1));
  }

  @Test
  void an_order_is_found_by_its_magic_as_it_is_now_and_nothing_by_another() {
    place(Some.order(), Versioned.fresh(book(Some.ORDER)));
    Order expired = Some.order().with(new OrderState.Expired(Some.NOW));
    world.orders().save(new Versioned<>(expired, 1));

    assertThat(world.orders().find(Some.magic())).contains(new Versioned<>(expired, 2));
    assertThat(world.orders().find(Magic.ours(4_711))).isEmpty();
  }

  @Test
  void a_magic_is_one_orders_for_ever_and_another_with_it_is_not_placed() {
    place(Some.order(), Versioned.fresh(book(Some.ORDER)));
    OrderId other = OrderId.derivedFrom("other");

    assertThat(place(withMagic(other, Some.magic()), new Versioned<>(book(other), 1)))
        .isEqualTo(Placed.STALE);

    assertThat(world.orders().find(other)).isEmpty();
    assertThat(world.orders().find(Some.magic()).orElseThrow().value()).isEqualTo(Some.order());
    assertThat(world.riskBooks().find(Some.USER)).contains(new Versioned<>(book(Some.ORDER), 1));
  }

  @Test
  void a_forbidden_order_is_never_placed_and_never_found() {
    assertThat(world.orders().forbid(Some.ORDER)).isTrue();
    assertThat(world.orders().forbid(Some.ORDER)).isTrue();

    assertThat(place(Some.order(), Versioned.fresh(book(Some.ORDER)))).isEqualTo(Placed.ALREADY);

    assertThat(world.orders().find(Some.ORDER)).isEmpty();
    assertThat(world.orders().find(Some.magic())).isEmpty();
    assertThat(world.orders().of(Some.USER, "", 10).items()).isEmpty();
    assertThat(world.riskBooks().find(Some.USER)).isEmpty();
  }

  @Test
  void a_placed_order_cannot_be_forbidden() {
    place(Some.order(), Versioned.fresh(book(Some.ORDER)));

    assertThat(world.orders().forbid(Some.ORDER)).isFalse();

    assertThat(world.orders().find(Some.ORDER)).contains(new Versioned<>(Some.order(), 1));
  }

  @Test
  void of_placing_and_forbidding_at_once_one_happens() {
    for (int i = 0; i < 20; i++) {
      OrderId id = OrderId.derivedFrom("race", "" + i);
      Versioned<RiskBook> book =
          world
              .riskBooks()
              .find(Some.USER)
              .map(now -> now.with(book(id)))
              .orElseGet(() -> Versioned.fresh(book(id)));
      AtomicInteger turn = new AtomicInteger();

      List<String> answers =
          atOnce(
              2,
              () ->
                  turn.getAndIncrement() == 0
                      ? place(Some.order(id), book).name()
                      : "FORBIDDEN " + world.orders().forbid(id));

      boolean placed = world.orders().find(id).isPresent();
      assertThat(answers)
          .containsExactlyInAnyOrder(
              placed ? "PLACED" : "ALREADY", "FORBIDDEN " + (placed ? "false" : "true"));
    }
  }

  private static Order withMagic(OrderId id, Magic magic) {
    Order order = Some.order(id);
    return new Order(
        id,
        order.number(),
        magic,
        order.user(),
        order.account(),
        order.origin(),
        order.terms(),
        order.state(),
        order.haltEpochs(),
        order.createdAt(),
        order.deadline(),
        order.correlation());
  }

  @Test
  void two_hundred_taps_at_once_with_one_place_left_place_one_order() {
    world.riskBooks().save(Versioned.fresh(Some.riskBook()));
    AtomicInteger taps = new AtomicInteger();

    List<String> answers =
        atOnce(200, () -> tap(OrderId.derivedFrom("tap", "" + taps.incrementAndGet())));

    assertThat(Collections.frequency(answers, "PLACED")).isEqualTo(1);
    assertThat(Collections.frequency(answers, "FULL")).isEqualTo(199);
    RiskBook book = world.riskBooks().find(Some.USER).orElseThrow().value();
    List<Order> orders = world.orders().of(Some.USER, "", 10).items();
    assertThat(orders).hasSize(1);
    assertThat(book.reservations().stream().map(Reservation::order))
        .containsExactly(orders.getFirst().id());
  }

  @Test
  void the_same_tap_handled_by_many_at_once_places_one_order() {
    world.riskBooks().save(Versioned.fresh(Some.riskBook()));

    List<String> answers = atOnce(40, () -> tap(Some.ORDER));

    assertThat(Collections.frequency(answers, "PLACED")).isEqualTo(1);
    assertThat(world.orders().of(Some.USER, "", 10).items()).hasSize(1);
    assertThat(world.riskBooks().find(Some.USER).orElseThrow().version()).isEqualTo(2);
  }

  /**
   * Places one order if no other holds the only place, deciding again when the book has changed.
   */
  private String tap(OrderId id) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      Versioned<RiskBook> book = world.riskBooks().find(Some.USER).orElseThrow();
      if (!book.value().reservations().isEmpty()) {
        return "FULL";
      }
      Placed placed = place(Some.order(id), book.with(book(id)));
      if (placed != Placed.STALE) {
        return placed.name();
      }
    }
    return "GAVE_UP";
  }

  private Placed place(Order order, Versioned<RiskBook> book) {
    return world.orders().place(order, book);
  }

  private static RiskBook book(OrderId id) {
    return Some.riskBook(List.of(Some.reservation(id)));
  }
}
