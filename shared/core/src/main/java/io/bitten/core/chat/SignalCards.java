package io.bitten.core.chat;

import io.bitten.core.Rulebook;
import io.bitten.core.account.Trader;
import io.bitten.core.signal.Odds;
import io.bitten.core.signal.Signal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a signal looks in a chat: three short lines, a footer, and the buttons its reader may use.
 */
public final class SignalCards {
  private final Rulebook rules;
  private final ChatSettings settings;
  private final TapTokens tokens;

  public SignalCards(Rulebook rules, ChatSettings settings) {
    this.rules = rules;
    this.settings = settings;
    this.tokens = new TapTokens(settings.tapSecret());
  }

  /**
   * The card for one reader; empty when the tier does not see the class.
   *
   * @param round makes its FIRE button different from earlier ones
   */
  public Optional<Card> alert(Trader reader, Signal signal, String round, Instant now) {
    return switch (FireRight.of(reader, signal, rules, now)) {
      case FireRight.Hidden hidden -> Optional.empty();
      case FireRight.ViewOnly view ->
          Optional.of(
              new Card(
                  Html.lines(body(signal), Html.i(view.reason()), footer(signal)).toString(),
                  List.of(List.of(details(reader, signal), skip(reader, signal)))));
      case FireRight.MayFire may ->
          Optional.of(
              new Card(
                  Html.lines(body(signal), footer(signal)).toString(),
                  List.of(
                      List.of(fire(reader, signal, round)),
                      List.of(details(reader, signal), skip(reader, signal)))));
    };
  }

  /** The same card with a sentence on top, for example after a cancelled confirmation. */
  public Card with(Html sentence, Card card) {
    return new Card(sentence + "\n\n" + card.html(), card.rows());
  }

  /** What stands behind the signal. */
  Card details(Trader reader, Signal signal, Instant now) {
    List<Html> lines = new ArrayList<>();
    lines.add(headline(signal));
    lines.add(
        Html.of(
            signal.pattern(),
            ", ",
            signal.timeframe(),
            " candle of " + Shows.day(signal.candle())));
    signal
        .verdicts()
        .forEach(v -> lines.add(Html.of("· ", v.source(), " x", v.weight(), ": ", v.reason())));
    lines.add(odds(signal.odds()));
    lines.add(
        Html.i("TCS is a rank among recent setups, not a chance. Model " + signal.model() + "."));
    lines.add(footer(signal));
    Button back =
        new Button.Callback(
            "Back", tokens.write(new Tap.Back(signal.id()), reader.id()), Button.Style.PLAIN);
    return new Card(Html.lines(lines).toString(), List.of(List.of(back)));
  }

  /** The FIRE button of a list of signals. */
  Button.Callback fire(Trader reader, Signal signal, String round) {
    return new Button.Callback(
        "FIRE " + signal.symbol() + " " + signal.direction(),
        tokens.write(new Tap.Fire(signal.id(), signal.expiresAt(), round), reader.id()),
        Button.Style.SUCCESS);
  }

  /** The three lines. */
  static Html body(Signal signal) {
    return Html.lines(headline(signal), levels(signal), odds(signal.odds()));
  }

  static Html headline(Signal signal) {
    return Html.of(
        SignalLook.of(signal.signalClass()).icon(),
        " ",
        Html.b(signal.signalClass(), " · TCS ", signal.tcs()),
        " · ",
        Html.b(signal.symbol(), " ", signal.direction()));
  }

  static Html odds(Odds odds) {
    return switch (odds) {
      case Odds.NotEnough few -> Html.of("Odds: not enough data (n = ", Shows.count(few.n()), ")");
      case Odds.Measured measured ->
          Html.of(
              "Target first in ",
              BigDecimal.valueOf(100L * measured.wins())
                  .divide(BigDecimal.valueOf(measured.n()), 0, RoundingMode.HALF_UP),
              " of 100 (n = ",
              Shows.count(measured.n()),
              ", ",
              whole(measured.lowPercent(), RoundingMode.HALF_DOWN),
              "..",
              whole(measured.highPercent(), RoundingMode.HALF_UP),
              "), break-even needs ",
              whole(measured.breakEvenPercent(), RoundingMode.HALF_UP),
              measured.lowPercent().compareTo(measured.breakEvenPercent()) > 0
                  ? ""
                  : ": no measured edge");
    };
  }

  Html footer(Signal signal) {
    String simulated = settings.simulated().isEmpty() ? "" : " · " + settings.simulated();
    return Html.i(signal.id(), " · open until ", Shows.time(signal.expiresAt()), simulated);
  }

  private static Html levels(Signal signal) {
    return Html.of(
        "Entry ",
        signal.entry(),
        " · SL ",
        signal.stopLoss(),
        " · TP ",
        signal.takeProfit(),
        " · R:R ",
        signal.rewardToRisk());
  }

  private Button details(Trader reader, Signal signal) {
    return new Button.Callback(
        "Details", tokens.write(new Tap.Details(signal.id()), reader.id()), Button.Style.PLAIN);
  }

  private Button skip(Trader reader, Signal signal) {
    return new Button.Callback(
        "Skip", tokens.write(new Tap.Skip(signal.id()), reader.id()), Button.Style.PLAIN);
  }

  /**
   * @param half where a half goes: tenths are rounded already, and it may have been less or more
   */
  private static String whole(BigDecimal percent, RoundingMode half) {
    return percent.setScale(0, half).toPlainString();
  }
}
