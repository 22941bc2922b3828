package io.bitten.core.chat;

import io.bitten.core.Page;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.Link;
import io.bitten.core.account.Money;
import io.bitten.core.market.Currency;
import io.bitten.core.order.Exit;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The last trades that ended, newest first. */
final class HistoryTalk {
  private static final int PAGE = 50;

  /** Pages looked through for ended orders. */
  private static final int PAGES = 4;

  private final World world;
  private final ChatSettings settings;

  HistoryTalk(World world, ChatSettings settings) {
    this.world = world;
    this.settings = settings;
  }

  Reply last(Visit visit, int count) {
    List<Entry> ended = new ArrayList<>(orphans(visit));
    ended(visit, count).stream().map(Entry::of).forEach(ended::add);
    ended.sort(Comparator.comparing(Entry::at).reversed());
    List<Entry> shown = ended.subList(0, Math.min(count, ended.size()));
    if (shown.isEmpty()) {
      return Reply.say(Html.of("No trade has ended yet."));
    }
    List<Html> lines = new ArrayList<>();
    lines.add(
        Html.b(shown.size() == 1 ? "Your last order" : "Your last " + shown.size() + " orders"));
    shown.forEach(entry -> lines.add(entry.line()));
    boolean all = shown.stream().allMatch(Entry::known);
    String together = all ? "Together " : "Together, of those known, ";
    sums(shown).forEach(sum -> lines.add(Html.of(together, sum.shownSigned())));
    lines.add(settings.simulated().isEmpty() ? Html.empty() : Html.i(settings.simulated()));
    return Reply.say(Html.lines(lines));
  }

  /** One line of the list, and how its position ended; no exit where nothing was traded. */
  private record Entry(Instant at, Html line, List<Exit> exits) {
    static Entry of(Order order) {
      return new Entry(
          order.createdAt(),
          HistoryTalk.line(order),
          order.state() instanceof OrderState.Closed closed ? List.of(closed.exit()) : List.of());
    }

    static Entry of(Orphan orphan, Exit exit) {
      return new Entry(
          orphan.fill().at(),
          Html.of(
              Shows.day(orphan.fill().at()),
              " · ",
              OrphanCards.what(orphan),
              " · ",
              HistoryTalk.result(exit),
              " · ",
              OrderCards.why(exit.reason())),
          List.of(exit));
    }

    boolean known() {
      return exits.stream().allMatch(Exit.Booked.class::isInstance);
    }

    /** What it adds to the sum. */
    Stream<Money> result() {
      return exits.stream()
          .flatMap(
              exit ->
                  exit instanceof Exit.Booked booked ? Stream.of(booked.net()) : Stream.empty());
    }
  }

  /** Those of the account that are this trader's and have ended. */
  private List<Entry> orphans(Visit visit) {
    if (!(visit.link() instanceof Link.To(var account))) {
      return List.of();
    }
    return world.orphans().of(account, PAGE).stream()
        .map(Versioned::value)
        .filter(orphan -> orphan.user().equals(visit.user()))
        .flatMap(
            orphan ->
                orphan.state() instanceof OrphanState.Closed(var exit)
                    ? Stream.of(Entry.of(orphan, exit))
                    : Stream.empty())
        .toList();
  }

  /** One sum a currency: an account may have been exchanged for one in another. */
  private static List<Money> sums(List<Entry> shown) {
    Map<Currency, Money> sums = new LinkedHashMap<>();
    shown.stream()
        .flatMap(Entry::result)
        .forEach(result -> sums.merge(result.currency(), result, Money::plus));
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
    Html head = Html.of(Shows.day(order.createdAt()), " · ", OrderCards.what(order), " · ");
    return order.state() instanceof OrderState.Closed closed
        ? Html.of(head, result(closed.exit()), " · ", OrderCards.why(closed.exit().reason()))
        : Html.of(head, OrderCards.title(order.state()));
  }

  private static Html result(Exit exit) {
    return switch (exit) {
      case Exit.Booked booked -> Html.b(booked.net().shownSigned());
      case Exit.Unbooked unbooked -> Html.of("result not known");
    };
  }
}
