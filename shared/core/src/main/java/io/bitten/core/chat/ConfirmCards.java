package io.bitten.core.chat;

import io.bitten.core.account.Money;
import io.bitten.core.fire.Offer;
import io.bitten.core.order.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a trader confirms: exactly these terms, for a short time. */
final class ConfirmCards {
  private final ChatSettings settings;
  private final TapTokens tokens;

  ConfirmCards(ChatSettings settings) {
    this.settings = settings;
    this.tokens = new TapTokens(settings.tapSecret());
  }

  Card ask(Offer offer, Money balance, List<String> warnings) {
    Terms terms = offer.terms();
    List<Html> lines = new ArrayList<>();
    lines.add(
        Html.b("Confirm: ", terms.symbol(), " ", terms.direction(), " ", terms.lots(), " lots"));
    lines.add(
        Html.of(
            "Entry ",
            terms.shownPrice(),
            " ± ",
            Shows.points(terms.deviationPoints(), terms.symbol(), terms.shownPrice()),
            " · SL ",
            terms.stopLoss(),
            " · TP ",
            terms.takeProfit()));
    lines.add(
        Html.of(
            "At risk ",
            Html.b(terms.risk().shownUp()),
            share(terms.risk(), balance),
            " at the stop, without commission; a gap can cost more"));
    warnings.forEach(warning -> lines.add(Html.of("⚠ ", warning)));
    lines.add(footer(offer));
    return new Card(
        Html.lines(lines).toString(),
        List.of(
            List.of(
                new Button.Callback(
                    "Confirm",
                    tokens.write(new Tap.Confirm(offer.id(), offer.expiresAt()), offer.user()),
                    Button.Style.DANGER),
                new Button.Callback(
                    "Cancel",
                    tokens.write(new Tap.Cancel(offer.id()), offer.user()),
                    Button.Style.PLAIN))));
  }

  private Html footer(Offer offer) {
    Duration left = Duration.between(offer.shownAt(), offer.expiresAt());
    String simulated = settings.simulated().isEmpty() ? "" : " · " + settings.simulated();
    return Html.i("Account ", offer.account(), " · valid for ", Shows.length(left), simulated);
  }

  private static String share(Money risk, Money balance) {
    if (balance.amount().signum() <= 0) {
      return "";
    }
    BigDecimal percent =
        risk.amount()
            .multiply(BigDecimal.valueOf(100))
            .divide(balance.amount(), 2, RoundingMode.CEILING);
    return " (" + percent.toPlainString() + " % of balance)";
  }
}
