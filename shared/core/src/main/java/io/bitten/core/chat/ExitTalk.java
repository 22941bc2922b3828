package io.bitten.core.chat;

import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.Ticket;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Closes what is open. Never behind a tier, a limit or a halt. */
final class ExitTalk {
  /** How long the button that closes everything works. */
  private static final Duration CLOSE_ALL_LIVES = Duration.ofSeconds(60);

  private static final int SHOWN = 20;

  private final World world;
  private final CloseDesk closes;
  private final TapTokens tokens;
  private final RelaysHeard heard;

  ExitTalk(World world, ChatSettings settings) {
    this.world = world;
    this.closes = new CloseDesk(world);
    this.tokens = new TapTokens(settings.tapSecret());
    this.heard = new RelaysHeard(world);
  }

  /** Lists what may be closed, a button each; without any position, what may become one. */
  Reply list(Visit visit) {
    List<Order> open = closes.open(visit.user());
    if (open.isEmpty()) {
      return askAll(visit);
    }
    List<Html> pending = pending(visit);
    List<Html> lines = new ArrayList<>();
    lines.add(Html.of("Which position?"));
    lines.addAll(some(open.stream().map(ExitTalk::line).toList()));
    lines.addAll(some(pending));
    lines.add(onItsWay(pending));
    List<List<Button>> rows = new ArrayList<>();
    open.forEach(order -> rows.add(List.of(button(order))));
    if (!pending.isEmpty()) {
      rows.add(List.of(closeAll(visit, lines(visit).size() + pending.size())));
    }
    return Reply.say(new Card(Html.lines(lines).toString(), rows));
  }

  Reply closeOne(Visit visit, Ticket ticket) {
    Optional<Order> closing =
        closes.close(visit.user(), ticket, ExitReason.TRADER, visit.askedBy());
    return Reply.say(
        closing
            .map(order -> closing(visit, order))
            .orElseGet(
                () ->
                    Html.of(
                        "You have no open position with ticket ",
                        Html.code(ticket),
                        ". /positions lists them.")));
  }

  /**
   * Close was tapped. Under an order's own card the order itself tells what becomes of it, and only
   * what may come to nothing is told at once; a list of positions has nobody else to tell it.
   */
  Reply closeTapped(Visit visit, Tap.Close tap, long messageId) {
    Optional<Order> mine =
        world
            .orders()
            .find(tap.order())
            .map(Versioned::value)
            .filter(order -> order.user().equals(visit.user()));
    Optional<Order> asked = mine.filter(order -> !order.state().terminal());
    asked.ifPresent(order -> closes.close(order, ExitReason.TRADER, visit.askedBy()));
    if (mine.isEmpty() || ownCard(visit, tap, messageId)) {
      Html warning = asked.map(order -> warning(visit, order)).orElse(Html.empty());
      return warning.isEmpty() ? new Reply.Silence() : Reply.say(warning);
    }
    return asked.map(order -> listed(visit, order)).orElseGet(ExitTalk::ended);
  }

  private boolean ownCard(Visit visit, Tap.Close tap, long messageId) {
    return world
        .shownCards()
        .find(visit.chat(), new Subject.OfOrder(tap.order()))
        .map(shown -> shown.messageId() == messageId)
        .orElse(true);
  }

  /** A list of several keeps its buttons. */
  private Reply listed(Visit visit, Order order) {
    Html closing = closing(visit, order);
    return closes.open(visit.user()).size() > 1 ? Reply.say(closing) : Reply.change(closing);
  }

  private static Reply ended() {
    return Reply.say(Html.of("This position is closed already. /positions shows what is open."));
  }

  private Html closing(Visit visit, Order order) {
    return Html.lines(
        Html.of("⏳ Closing ", line(order), ". The card follows."), warning(visit, order));
  }

  private Html warning(Visit visit, Order order) {
    return heard.warning(order.account(), visit.now());
  }

  /** Asks before everything is closed. */
  Reply askAll(Visit visit) {
    List<Html> open = lines(visit);
    List<Html> pending = pending(visit);
    if (open.isEmpty() && pending.isEmpty()) {
      return Reply.say(nothingOpen());
    }
    List<Html> lines = new ArrayList<>();
    lines.add(Html.b("Close ", counted(open, pending), " at market?"));
    lines.addAll(some(open));
    lines.addAll(some(pending));
    lines.add(onItsWay(pending));
    lines.add(Html.i("The button works for ", Shows.length(CLOSE_ALL_LIVES), "."));
    Button all = closeAll(visit, open.size() + pending.size());
    return Reply.say(new Card(Html.lines(lines).toString(), List.of(List.of(all))));
  }

  private Button closeAll(Visit visit, int count) {
    Tap all = new Tap.CloseAll(visit.now().plus(CLOSE_ALL_LIVES), visit.round());
    return new Button.Callback(
        "Close all " + count, tokens.write(all, visit.user()), Button.Style.DANGER);
  }

  Reply closeAll(Visit visit) {
    List<Html> open = lines(visit);
    List<Html> pending = pending(visit);
    closes.closeAll(visit.user(), ExitReason.TRADER, "tap-" + visit.from().updateId());
    return Reply.change(
        open.isEmpty() && pending.isEmpty()
            ? nothingOpen()
            : Html.lines(
                Html.of("⏳ Closing ", counted(open, pending), ". Each card follows."),
                onItsWay(pending),
                closes
                    .account(visit.user())
                    .map(account -> heard.warning(account, visit.now()))
                    .orElse(Html.empty())));
  }

  /** The orders of which nobody knows yet whether they get a position. */
  private List<Html> pending(Visit visit) {
    return closes.pending(visit.user()).stream()
        .map(order -> Html.of(line(order), " · ", OrderCards.title(order.state())))
        .toList();
  }

  private static Html onItsWay(List<Html> pending) {
    return pending.isEmpty() ? Html.empty() : Html.of("What is on its way is closed if it fills.");
  }

  /** Everything that closing all is about, orphans among it. */
  private List<Html> lines(Visit visit) {
    return Stream.concat(
            closes.open(visit.user()).stream().map(ExitTalk::line),
            closes.orphans(visit.user()).stream()
                .map(
                    orphan ->
                        Html.of(
                            OrphanCards.what(orphan),
                            " at ",
                            orphan.fill().price(),
                            " · ",
                            orphan.fill().ticket(),
                            " · ",
                            OrphanCards.title(orphan))))
        .toList();
  }

  Button button(Order order) {
    return new Button.Callback(
        "Close "
            + order.terms().symbol()
            + " "
            + CloseDesk.fill(order).map(Fill::ticket).map(Ticket::toString).orElse(""),
        tokens.write(new Tap.Close(order.id()), order.user()),
        Button.Style.DANGER);
  }

  private static String counted(List<Html> open, List<Html> pending) {
    String positions = open.size() == 1 ? "1 position" : open.size() + " positions";
    String orders =
        pending.size() == 1 ? "1 order on its way" : pending.size() + " orders on their way";
    if (pending.isEmpty()) {
      return positions;
    }
    return open.isEmpty() ? orders : positions + " and " + orders;
  }

  private static List<Html> some(List<Html> all) {
    return Html.first(SHOWN, all, ", /positions lists them");
  }

  private static Html line(Order order) {
    return Html.of(
        OrderCards.what(order),
        CloseDesk.fill(order)
            .map(fill -> " at " + fill.price() + " · " + fill.ticket())
            .orElse(""));
  }

  private static Html nothingOpen() {
    return Html.of("You have no open BITTEN position.");
  }
}
