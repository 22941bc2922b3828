package io.bitten.core.chat;

import io.bitten.core.Page;
import io.bitten.core.World;
import io.bitten.core.account.Money;
import io.bitten.core.market.Currency;
import io.bitten.core.order.Exit;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last trades that ended, newest first. */
final class HistoryTalk {
  private static final int PAGE = 50;

  /** Pages looked through for ended orders. */
  private static final int PAGES = 4;

  private final World world;

  HistoryTalk(World world) {
    this.world = world;
  }

  Reply last(Visit visit, int count) {
    List<Order> ended = ended(visit, count);
    if (ended.isEmpty()) {
      return Reply.say(Html.of("No trade has ended yet."));
    }
    List<Html> lines = new ArrayList<>();
    lines.add(
        Html.b(ended.size() == 1 ? "Your last order" : "Your last " + ended.size() + " orders"));
    ended.forEach(order -> lines.add(line(order)));
    sums(ended)
        .forEach(
            sum -> lines.add(Html.of("Together ", OrderCards.signed(sum.amount()), sum.shown())));
    return Reply.say(Html.lines(lines));
  }

  /** One sum a currency: an account may have been exchanged for one in another. */
  private static List<Money> sums(List<Order> ended) {
    Map<Currency, Money> sums = new LinkedHashMap<>();
    for (Order order : ended) {
      if (order.state() instanceof OrderState.Closed(var fill, Exit.Booked exit)) {
        sums.merge(exit.net().currency(), exit.net(), Money::plus);
      }
    }
    return List.copyOf(sums.values());
  }

  private List<Order> ended(Visit visit, int count) {
    List<Order> ended = new ArrayList<>();
    String after = "";
    for (int read = 0; read < PAGES && ended.size() < count; read++) {
      Page<Order> page = world.orders().of(visit.user(), after, PAGE);
      page.items().stream().filter(order -> order.state().terminal()).forEach(ended::add);
      if (!page.more()) {
        break;
      }
      after = page.next();
    }
    return ended.subList(0, Math.min(count, ended.size()));
  }

  private static Html line(Order order) {
    Html head = Html.of(Shows.day(order.createdAt()), " · ", OrderCards.what(order.terms()), " · ");
    return order.state() instanceof OrderState.Closed closed
        ? Html.of(head, result(closed.exit()), " · ", OrderCards.why(closed.exit().reason()))
        : Html.of(head, OrderCards.title(order.state()));
  }

  private static Html result(Exit exit) {
    return switch (exit) {
      case Exit.Booked booked ->
          Html.b(OrderCards.signed(booked.net().amount()), booked.net().shown());
      case Exit.Unbooked unbooked -> Html.of("result not known");
    };
  }
}
