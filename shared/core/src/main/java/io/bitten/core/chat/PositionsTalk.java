package io.bitten.core.chat;

import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Link;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.market.Level;
import io.bitten.core.order.Order;
import io.bitten.core.order.Orphan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells a trader what is open, with the age of the look. An account may hold more than a message of
 * 4,096 characters has room for: ours come first, and the rest is counted.
 */
final class PositionsTalk {
  private static final int OPEN_ORDERS = 50;
  private static final int ORPHANS = 50;
  private static final int POSITIONS_SHOWN = 20;

  /** Of what is on its way, and of what no look shows. */
  private static final int OTHERS_SHOWN = 10;

  private final World world;
  private final ChatSettings settings;
  private final TapTokens tokens;
  private final ExitTalk exits;

  PositionsTalk(World world, ChatSettings settings) {
    this.world = world;
    this.settings = settings;
    this.tokens = new TapTokens(settings.tapSecret());
    this.exits = new ExitTalk(world, settings);
  }

  Card list(Visit visit) {
    return switch (visit.link()) {
      case Link.None none -> Card.text(AccountTalk.notLinked().toString());
      case Link.To to ->
          world
              .accounts()
              .snapshot(to.account())
              .map(seen -> list(visit, seen))
              .orElseGet(() -> Card.text(AccountTalk.notSeen(to.account()).toString()));
    };
  }

  private Card list(Visit visit, AccountSnapshot seen) {
    List<Order> open =
        world.orders().open(seen.account(), OPEN_ORDERS).stream().map(Versioned::value).toList();
    List<Html> lines = new ArrayList<>();
    lines.add(
        Html.of(
            Html.b(seen.positions().size(), " open"),
            " in ",
            Html.code(seen.account()),
            Shows.age(seen.at(), visit.now(), AccountTalk.FRESH)));
    Map<Ticket, Orphan> orphans = orphans(seen.account());
    lines.addAll(Html.first(POSITIONS_SHOWN, positions(seen, orphans), " at your terminal"));
    lines.addAll(Html.first(OTHERS_SHOWN, unseen(seen, orphans), ", /closeall closes them too"));
    lines.addAll(Html.first(OTHERS_SHOWN, pending(open), " on their way"));
    lines.add(Html.i("Updated ", Shows.time(visit.now())));
    lines.add(settings.simulated().isEmpty() ? Html.empty() : Html.i(settings.simulated()));
    return new Card(Html.lines(lines).toString(), rows(visit, open));
  }

  private List<List<Button>> rows(Visit visit, List<Order> open) {
    List<List<Button>> rows = new ArrayList<>();
    open.stream()
        .filter(order -> CloseDesk.fill(order).isPresent())
        .forEach(order -> rows.add(List.of(exits.button(order))));
    rows.add(
        List.of(
            new Button.Callback(
                "Refresh", tokens.write(new Tap.Positions(), visit.user()), Button.Style.PLAIN)));
    return rows;
  }

  /** Ours first, else as the broker lists them. */
  private static List<Html> positions(AccountSnapshot seen, Map<Ticket, Orphan> orphans) {
    return seen.positions().stream()
        .sorted(Comparator.comparing(position -> !position.magic().isOurs()))
        .map(position -> line(position, orphans))
        .toList();
  }

  /** Those that the look does not show. */
  private static List<Html> unseen(AccountSnapshot seen, Map<Ticket, Orphan> orphans) {
    return orphans.values().stream()
        .filter(orphan -> seen.positions().stream().noneMatch(orphan::is))
        .map(orphan -> Html.of(OrphanCards.title(orphan), " · ", OrphanCards.what(orphan)))
        .toList();
  }

  private static List<Html> pending(List<Order> open) {
    return open.stream()
        .filter(order -> CloseDesk.fill(order).isEmpty())
        .map(order -> Html.of(OrderCards.title(order.state()), " · ", OrderCards.what(order)))
        .toList();
  }

  private Map<Ticket, Orphan> orphans(AccountId account) {
    return world.orphans().of(account, ORPHANS).stream()
        .map(Versioned::value)
        .filter(orphan -> orphan.state().open())
        .collect(Collectors.toMap(orphan -> orphan.fill().ticket(), orphan -> orphan));
  }

  private static Html line(Position position, Map<Ticket, Orphan> orphans) {
    return Html.of(
        Html.b(position.symbol(), " ", position.direction(), " ", position.lots(), " lots"),
        " at ",
        position.openPrice(),
        " · ",
        position.net().shownSigned(),
        " · SL ",
        level(position.stopLoss()),
        " · TP ",
        level(position.takeProfit()),
        " · ",
        Html.code(position.ticket()),
        whose(position, orphans));
  }

  private static String whose(Position position, Map<Ticket, Orphan> orphans) {
    if (!position.magic().isOurs()) {
      return " (not BITTEN's)";
    }
    return Optional.ofNullable(orphans.get(position.ticket()))
        .map(orphan -> " · " + OrphanCards.title(orphan))
        .orElse("");
  }

  private static String level(Level level) {
    return switch (level) {
      case Level.At at -> at.price().toString();
      case Level.Absent none -> "none";
    };
  }
}
