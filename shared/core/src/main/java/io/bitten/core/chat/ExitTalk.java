package io.bitten.core.chat;

import io.bitten.core.World;
import io.bitten.core.account.Ticket;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Closes what is open. Never behind a tier, a limit or a halt. */
final class ExitTalk {
  /** How long the button that closes everything works. */
  private static final Duration CLOSE_ALL_LIVES = Duration.ofSeconds(60);

  private final World world;
  private final CloseDesk closes;
  private final TapTokens tokens;

  ExitTalk(World world, ChatSettings settings) {
    this.world = world;
    this.closes = new CloseDesk(world);
    this.tokens = new TapTokens(settings.tapSecret());
  }

  /** Lists what may be closed, a button each. */
  Reply list(Visit visit) {
    List<Order> open = closes.open(visit.user());
    if (open.isEmpty()) {
      return Reply.say(nothingOpen());
    }
    Html html =
        Html.lines(
            Html.of("Which position?"), Html.lines(open.stream().map(ExitTalk::line).toList()));
    return Reply.say(
        new Card(
            html.toString(), open.stream().map(order -> List.<Button>of(button(order))).toList()));
  }

  Reply closeOne(Visit visit, Ticket ticket) {
    Optional<Order> closing =
        closes.close(visit.user(), ticket, ExitReason.TRADER, visit.askedBy());
    return Reply.say(
        closing
            .map(order -> Html.of("⏳ Closing ", line(order), ". The card follows."))
            .orElseGet(
                () ->
                    Html.of(
                        "You have no open position with ticket ",
                        Html.code(ticket),
                        ". /positions lists them.")));
  }

  /** Close under an order's card; what becomes of it is told by the order itself. */
  Reply closeTapped(Visit visit, Tap.Close tap) {
    world
        .orders()
        .find(tap.order())
        .filter(order -> order.value().user().equals(visit.user()))
        .flatMap(order -> CloseDesk.fill(order.value()))
        .ifPresent(
            fill -> closes.close(visit.user(), fill.ticket(), ExitReason.TRADER, visit.askedBy()));
    return new Reply.Silence();
  }

  /** Asks before everything is closed. */
  Reply askAll(Visit visit) {
    List<Html> open = lines(visit);
    if (open.isEmpty()) {
      return Reply.say(nothingOpen());
    }
    Tap all = new Tap.CloseAll(visit.now().plus(CLOSE_ALL_LIVES), visit.round());
    Button button =
        new Button.Callback(
            "Close all " + open.size(), tokens.write(all, visit.user()), Button.Style.DANGER);
    return Reply.say(
        new Card(
            Html.lines(
                    Html.b("Close ", counted(open), " at market?"),
                    Html.lines(open),
                    Html.i("The button works for ", Shows.length(CLOSE_ALL_LIVES), "."))
                .toString(),
            List.of(List.of(button))));
  }

  Reply closeAll(Visit visit) {
    List<Html> open = lines(visit);
    closes.closeAll(visit.user(), ExitReason.TRADER, "tap-" + visit.from().updateId());
    return Reply.change(
        open.isEmpty()
            ? nothingOpen()
            : Html.of("⏳ Closing ", counted(open), ". Each card follows."));
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

  private static String counted(List<Html> open) {
    return open.size() == 1 ? "1 position" : open.size() + " positions";
  }

  private static Html line(Order order) {
    return Html.of(
        OrderCards.what(order.terms()),
        CloseDesk.fill(order)
            .map(fill -> " at " + fill.price() + " · " + fill.ticket())
            .orElse(""));
  }

  private static Html nothingOpen() {
    return Html.of("You have no open BITTEN position.");
  }
}
