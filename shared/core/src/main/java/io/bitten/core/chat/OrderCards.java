package io.bitten.core.chat;

import io.bitten.core.fire.CloseDesk;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Level;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderFact;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** What a trader sees of an order: its current state and nothing but what is known. */
public final class OrderCards {
  private final ChatSettings settings;
  private final TapTokens tokens;

  public OrderCards(ChatSettings settings) {
    this.settings = settings;
    this.tokens = new TapTokens(settings.tapSecret());
  }

  /** The whole card for the order's state. */
  public Card render(Order order) {
    Html html =
        Html.lines(
            Html.of(title(order.state()), " · ", Html.b(what(order))), story(order), footer(order));
    return new Card(html.toString(), buttons(order));
  }

  /** One or two words for a list. */
  static String title(OrderState state) {
    return switch (state) {
      case OrderState.New s -> "📤 Sending to MT5...";
      case OrderState.Submitting s -> "📤 Sending to MT5...";
      case OrderState.Unknown s -> "🔎 Checking with the broker";
      case OrderState.Filled s -> "✅ Filled";
      case OrderState.Unprotected s -> "🚨 Open without its stop";
      case OrderState.Protected s -> "✅ Filled and protected";
      case OrderState.Closing s -> "⏳ Closing...";
      case OrderState.Closed s -> "🏁 Closed";
      case OrderState.Rejected s -> "⛔ Refused";
      case OrderState.Expired s -> "⌛ Expired";
      case OrderState.Killed s -> "🛑 Stopped";
      case OrderState.Dead s -> "⛔ Not sent";
    };
  }

  private static Html story(Order order) {
    Terms terms = order.terms();
    return switch (order.state()) {
      case OrderState.New s -> asked(terms);
      case OrderState.Submitting s -> asked(terms);
      case OrderState.Unknown s ->
          Html.lines(
              Html.of("No answer arrived since ", Shows.time(s.since()), "."),
              Html.of(
                  "It may or may not have executed. The risk stays reserved and nothing is sent"
                      + " again."));
      case OrderState.Filled s ->
          Html.lines(FillText.of(s.fill(), terms), Html.of("Looking for the stop at the broker."));
      case OrderState.Unprotected s ->
          Html.lines(
              FillText.of(s.fill(), terms),
              Html.of("The stop is being set again; else the position is closed."));
      case OrderState.Protected s ->
          Html.lines(
              FillText.of(s.fill(), terms),
              stop(s.fill(), "Stop seen at the broker at ", Shows.time(s.verifiedAt())));
      case OrderState.Closing s ->
          Html.lines(
              FillText.of(s.fill(), terms),
              Html.of(closing(s.reason()), Shows.time(s.since()), "."),
              shut(s));
      case OrderState.Closed s -> closed(s.fill(), s.exit(), terms);
      case OrderState.Rejected s ->
          Html.lines(Html.of(s.message(), " ", Html.code(s.code())), NOTHING);
      case OrderState.Expired s ->
          Html.lines(
              Html.of("It was not executed by ", Shows.time(s.at()), "; nothing is sent any more."),
              Html.of("The risk is free again."));
      case OrderState.Killed s ->
          Html.lines(Html.of(whose(s.scope()), " emergency stop came first."), NOTHING);
      case OrderState.Dead s -> Html.lines(Html.of(s.why()), NOTHING);
    };
  }

  private static final Html NOTHING = Html.of("Nothing was traded; the risk is free again.");

  private static Html asked(Terms terms) {
    return Html.of(
        "Entry about ",
        terms.shownPrice(),
        " · SL ",
        terms.stopLoss(),
        " · TP ",
        terms.takeProfit(),
        " · at risk ",
        terms.risk().shownUp());
  }

  private static Html stop(Fill fill, String seen, String at) {
    return switch (fill.stopLoss()) {
      case Level.At level -> Html.of(seen, at, ": ", Html.b(level.price()));
      case Level.Absent none -> Html.of("No stop was seen at ", at, ".");
    };
  }

  private static Html closed(Fill fill, Exit exit, Terms terms) {
    return switch (exit) {
      case Exit.Booked booked -> closed(fill, booked, terms);
      case Exit.Unbooked unbooked -> closed(fill, unbooked);
    };
  }

  private static Html closed(Fill fill, Exit.Unbooked exit) {
    Html out =
        switch (exit.price()) {
          case Level.At at -> Html.of(" · out ", at.price());
          case Level.Absent none -> Html.of(" · exit price not known");
        };
    return Html.lines(
        exit.reason() == ExitReason.OUTSIDE
            ? Html.of("The position is gone; nothing tells why.")
            : Html.of("The position is gone, ", why(exit.reason()), "."),
        Html.of("In ", fill.price(), out, ", seen at ", Shows.time(exit.at())),
        Html.of("Your broker's bridge tells no history: see your terminal for the result."));
  }

  private static Html closed(Fill fill, Exit.Booked exit, Terms terms) {
    return Html.lines(
        Html.of(
            Html.b(exit.net().shownSigned()), inRisks(fill, exit, terms), ", ", why(exit.reason())),
        Html.of(
            "In ",
            fill.price(),
            " · out ",
            exit.price(),
            " at ",
            Shows.time(exit.at()),
            ", after ",
            Shows.length(Duration.between(fill.at(), exit.at()))));
  }

  /**
   * Of a part there is none: the rest was not bought, or was closed before and is in the result.
   */
  private static String inRisks(Fill fill, Exit.Booked exit, Terms terms) {
    BigDecimal risk = terms.risk().amount();
    if (risk.signum() <= 0 || fill.lots().compareTo(terms.lots()) != 0) {
      return "";
    }
    BigDecimal times = exit.net().amount().divide(risk, 2, RoundingMode.HALF_UP);
    return " (" + (times.signum() > 0 ? "+" : "") + times.toPlainString() + " R)";
  }

  static String why(ExitReason reason) {
    return switch (reason) {
      case STOP_LOSS -> "stop loss";
      case TAKE_PROFIT -> "take profit";
      case TRADER -> "closed by you";
      case PANIC -> "closed by panic";
      case STOP_OUT -> "broker's stop-out";
      case NO_STOP -> "closed by BITTEN, its stop could not be put back";
      case LATE -> "closed by BITTEN, it was executed too late";
      case ANNULLED -> "taken back by the broker";
      case OUTSIDE -> "closed outside BITTEN";
    };
  }

  private static String closing(ExitReason reason) {
    return switch (reason) {
      case TRADER -> "You asked to close it at ";
      case PANIC -> "Everything is being closed, since ";
      case NO_STOP -> "Its stop could not be put back, so BITTEN closes it, since ";
      case STOP_LOSS, TAKE_PROFIT, STOP_OUT, LATE, ANNULLED, OUTSIDE -> "It is ending, since ";
    };
  }

  /** What a person asked for and no broker takes now; without its stop one is tried until it is. */
  private static Html shut(OrderState.Closing state) {
    boolean asked = state.reason() == ExitReason.TRADER || state.reason() == ExitReason.PANIC;
    Html note = asked ? ShutMarket.note(state.since()) : Html.empty();
    return note.isEmpty()
        ? note
        : Html.of(
            note,
            " It is tried for ",
            Shows.length(OrderFact.CloseRefused.LASTED),
            " all the same; the stop stays at the broker.");
  }

  private static String whose(HaltScope scope) {
    return switch (scope) {
      case HaltScope.Everything s -> "The platform's";
      case HaltScope.OneAccount s -> "The account's";
      case HaltScope.OneUser s -> "Your";
    };
  }

  /** What is traded; of a part also what it is a part of. */
  static String what(Order order) {
    Terms terms = order.terms();
    String lots =
        CloseDesk.executed(order)
            .map(fill -> FillText.lots(fill, terms))
            .orElse(terms.lots().toString());
    return terms.symbol() + " " + terms.direction() + " " + lots + " lots";
  }

  private Html footer(Order order) {
    String simulated = settings.simulated().isEmpty() ? "" : " · " + settings.simulated();
    return Html.i(order.number(), simulated);
  }

  private List<List<Button>> buttons(Order order) {
    return switch (order.state()) {
      case OrderState.Filled s -> List.of(List.of(close(order)));
      case OrderState.Unprotected s -> List.of(List.of(close(order)));
      case OrderState.Protected s -> List.of(List.of(close(order)));
      case OrderState.New s -> List.of(List.of(new Button.Disabled("Sending...")));
      case OrderState.Submitting s -> List.of(List.of(new Button.Disabled("Sending...")));
      case OrderState.Unknown s -> List.of(List.of(new Button.Disabled("Checking...")));
      case OrderState.Closing s -> List.of(List.of(new Button.Disabled("Closing...")));
      case OrderState.Closed s -> List.of();
      case OrderState.Rejected s -> List.of();
      case OrderState.Expired s -> List.of();
      case OrderState.Killed s -> List.of();
      case OrderState.Dead s -> List.of();
    };
  }

  private Button close(Order order) {
    String token = tokens.write(new Tap.Close(order.id()), order.user());
    return new Button.Callback("Close", token, Button.Style.DANGER);
  }
}
