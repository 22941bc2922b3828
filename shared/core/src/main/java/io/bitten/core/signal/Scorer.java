package io.bitten.core.signal;

import io.bitten.core.market.Direction;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.news.NewsEvent;
import io.bitten.core.news.Outlook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Turns the newest candle of a tape into a signal or a reason for silence. The same tape and moment
 * give the same finding, bit for bit.
 */
public final class Scorer {
  private final SignalRulebook rules;
  private final String model;

  public Scorer(SignalRulebook rules) {
    this.rules = rules;
    this.model = ModelId.of(rules);
  }

  /** The id of the rules and settings it scores by. */
  public String model() {
    return model;
  }

  public Finding score(Tape tape, Moment moment) {
    if (!tape.warm()) {
      return silent(new Silence.WarmingUp(tape.candles(), rules.warmUp() + 1));
    }
    if (!(tape.newest() instanceof Setup setup)) {
      return silent(new Silence.NoSetup());
    }
    if (moment.outlook() instanceof Outlook.Blackout(NewsEvent event)) {
      return silent(new Silence.NewsBlackout(event));
    }
    if (!tape.ranked()) {
      return silent(new Silence.FewSetups(tape.earlier(), rules.minimumSetups()));
    }
    Verdict news = NewsWeight.of(moment.outlook());
    double factor = news.weight().doubleValue() / NewsWeight.CALM.doubleValue();
    int tcs = tape.percentWeaker(setup.strength() * factor);
    return tape.classOf(tcs)
        .map(its -> place(setup, new Rank(new Tcs(tcs), its, tape.odds(its), news), moment))
        .orElseGet(() -> silent(new Silence.Weak(tcs, rules.classFrom().get(lowest()))));
  }

  private SignalClass lowest() {
    return rules.classFrom().keySet().stream().min(SignalClass::compareTo).orElseThrow();
  }

  private record Rank(Tcs tcs, SignalClass its, Odds odds, Verdict news) {}

  private Finding place(Setup setup, Rank rank, Moment moment) {
    Symbol symbol = setup.candle().symbol();
    int digits = rules.symbols().get(symbol);
    Direction direction = setup.direction();
    Price entry = moment.quote().entry(direction).rounded(digits);
    BigDecimal risk =
        BigDecimal.valueOf(setup.atr())
            .multiply(rules.stopAtr())
            .setScale(digits, RoundingMode.HALF_UP);
    BigDecimal reward = risk.multiply(rules.rewardToRisk()).setScale(digits, RoundingMode.HALF_UP);
    BigDecimal worst = risk.max(reward);
    if (risk.signum() == 0 || reward.signum() == 0 || worst.compareTo(entry.value()) >= 0) {
      return silent(
          new Silence.NoRoom("entry %s, risk %s, reward %s".formatted(entry, risk, reward)));
    }
    return new Finding.Scored(
        new Draft(
            symbol,
            direction,
            entry,
            entry.plus(forward(direction, risk.negate())),
            entry.plus(forward(direction, reward)),
            rank.tcs(),
            rank.its(),
            rank.odds(),
            List.of(setup.lean().verdict(), setup.mood().verdict(), rank.news()),
            setup.lean().pattern(),
            model,
            rules.timeframe(),
            setup.candle().openTime(),
            digits));
  }

  private static BigDecimal forward(Direction direction, BigDecimal distance) {
    return switch (direction) {
      case BUY -> distance;
      case SELL -> distance.negate();
    };
  }

  private static Finding silent(Silence reason) {
    return new Finding.Silent(reason);
  }
}
