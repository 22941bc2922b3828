package io.bitten.core.chat;

import io.bitten.core.market.Level;
import io.bitten.core.order.Exit;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;

/** What a trader sees of a position at the broker that no order stands for. */
public final class OrphanCards {
  private final String simulated;

  public OrphanCards(ChatSettings settings) {
    this.simulated = settings.simulated();
  }

  /** The whole card for the orphan's state. */
  public Card render(Orphan orphan) {
    return Card.text(
        Html.lines(
                Html.of(title(orphan), " · ", Html.b(what(orphan))),
                origin(orphan),
                story(orphan),
                simulated.isEmpty() ? Html.empty() : Html.i(simulated))
            .toString());
  }

  /** A few words for a list. */
  static String title(Orphan orphan) {
    return switch (orphan.state()) {
      case OrphanState.Closing s -> "⚠️ Executed late, closing";
      case OrphanState.Left s -> "⚠️ Position without an order";
      case OrphanState.Closed s -> "🏁 Closed";
      case OrphanState.Adopted s -> "✅ Explained";
    };
  }

  static String what(Orphan orphan) {
    return orphan.symbol() + " " + orphan.direction() + " " + orphan.fill().lots() + " lots";
  }

  private static Html origin(Orphan orphan) {
    Fill fill = orphan.fill();
    Html where = Html.of("ticket ", Html.code(fill.ticket()), " at ", Html.b(fill.price()));
    return switch (orphan.source()) {
      case OrphanSource.OfOrder of ->
          Html.of("Your order ", of.number(), happened(of.state()), " at the broker: ", where, ".");
      case OrphanSource.OfNobody nobody ->
          Html.of(
              "Your broker shows ",
              where,
              ". It carries BITTEN's mark, and no order of yours is" + " found that explains it.");
    };
  }

  private static String happened(String state) {
    return switch (state) {
      case "EXPIRED" -> " had expired and was executed late";
      case "REJECTED" -> " was refused and was executed all the same";
      case "KILLED" -> " was stopped before it was sent and was executed all the same";
      case "DEAD" -> " could not be delivered and was executed all the same";
      case "CLOSED" -> " had ended and shows a position again";
      default -> " was executed a second time";
    };
  }

  private static Html story(Orphan orphan) {
    return switch (orphan.state()) {
      case OrphanState.Closing s ->
          Html.lines(
              Html.of(stop(orphan.fill()), " It is being closed at market."), counted(orphan));
      case OrphanState.Left s ->
          Html.lines(
              Html.of(
                  stop(orphan.fill()),
                  " New orders in ",
                  Html.code(orphan.account()),
                  " are stopped until a person of BITTEN has looked. /closeall closes it."),
              counted(orphan));
      case OrphanState.Closed s -> ended(orphan, s.exit());
      case OrphanState.Adopted s ->
          Html.of("It belongs to an order of yours; that order's card shows it from now on.");
    };
  }

  private static String stop(Fill fill) {
    return switch (fill.stopLoss()) {
      case Level.At at -> "Its stop is at " + at.price() + ".";
      case Level.Absent none -> "It has no stop yet; one is being set.";
    };
  }

  private static Html counted(Orphan orphan) {
    return Html.of(
        "Until it is gone it counts in your limits: one position, ",
        orphan.risk().shownUp(),
        " at risk.");
  }

  private static Html ended(Orphan orphan, Exit exit) {
    return switch (exit) {
      case Exit.Booked booked ->
          Html.lines(
              Html.of(
                  Html.b(booked.net().shownSigned()),
                  ", ",
                  OrderCards.why(booked.reason()),
                  ". It counts in your day's result."),
              Html.of(
                  "In ",
                  orphan.fill().price(),
                  " · out ",
                  booked.price(),
                  " at ",
                  Shows.time(booked.at())));
      case Exit.Unbooked unbooked ->
          Html.lines(
              Html.of("The position is gone, seen at ", Shows.time(unbooked.at()), "."),
              Html.of("Your broker's bridge tells no history: see your terminal for the result."));
    };
  }
}
