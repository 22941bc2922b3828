package io.bitten.core.risk;

import io.bitten.core.account.Money;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.order.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides whether a trade may be opened, by every risk rule in its fixed order, and how large. */
public final class RiskRules {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The order is part of the contract: the first refusal is the one the trader is told. */
  private static final List<Gate> BEFORE_SIZE =
      List.of(
          StandingGates::halt,
          StandingGates::account,
          StandingGates::signal,
          StandingGates::taken,
          MarketGates::freshness,
          MarketGates::news,
          MarketGates::session,
          StandingGates::tier,
          LimitGates::fires,
          LimitGates::tierPositions,
          StandingGates::tilt,
          LimitGates::dailyLoss,
          LimitGates::drawdown,
          LimitGates::positions,
          Levels::check,
          LimitGates::exposure);

  private static final List<Gate> AFTER_SIZE =
      List.of(LimitGates::margin, MarketGates::collar, LimitGates::rate);

  private RiskRules() {}

  public static RiskDecision decide(RiskCase facts) {
    Optional<Refusal> early = first(BEFORE_SIZE, facts);
    if (early.isPresent()) {
      return new RiskDecision.Refused(early.get());
    }
    return switch (size(facts)) {
      case RiskDecision.Refused refused -> refused;
      case RiskDecision.Approved approved ->
          first(AFTER_SIZE, facts).<RiskDecision>map(RiskDecision.Refused::new).orElse(approved);
    };
  }

  private static Optional<Refusal> first(List<Gate> gates, RiskCase facts) {
    return gates.stream().flatMap(gate -> gate.check(facts).stream()).findFirst();
  }

  private static RiskDecision size(RiskCase facts) {
    BigDecimal capital = Standing.capital(facts);
    if (capital.signum() <= 0) {
      return new RiskDecision.Refused(new LevelRefusal.NoEquity(money(facts, capital)));
    }
    Map.Entry<Budget, BigDecimal> tightest =
        Budgets.all(facts).entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
    Sizing sizing = sizing(facts);
    Optional<Lots> fits = sizing.lots(tightest.getValue(), facts.spec());
    if (fits.isEmpty()) {
      return new RiskDecision.Refused(tooSmall(facts, sizing, tightest.getValue()));
    }
    return switch (facts.idea().ask()) {
      case Ask.ByRisk ask -> approved(facts, fits.get(), sizing);
      case Ask.Exactly(var lots) ->
          exactProblem(facts.spec(), lots, fits.get())
              .or(() -> tooMuch(facts, tightest, lots, fits.get()))
              .<RiskDecision>map(RiskDecision.Refused::new)
              .orElseGet(() -> approved(facts, lots, sizing));
    };
  }

  /** The worst entry the price band allows is what the risk is counted from. */
  private static Sizing sizing(RiskCase facts) {
    BigDecimal reserve =
        facts.spec().point().multiply(BigDecimal.valueOf(facts.limits().bandPoints()));
    BigDecimal distance = Levels.entry(facts).distanceTo(price(facts.idea().stopLoss()));
    return new Sizing(distance.add(reserve), LossRate.of(facts.spec()), BigDecimal.ZERO);
  }

  private static Optional<Refusal> exactProblem(SymbolSpec spec, Lots asked, Lots fits) {
    Lots smallest = spec.smallestVolume();
    if (asked.compareTo(smallest) < 0) {
      return Optional.of(new LevelRefusal.BelowSmallestLots(asked, smallest));
    }
    if (asked.compareTo(spec.volumeMax()) > 0) {
      return Optional.of(new LevelRefusal.AboveLargestLots(asked, spec.volumeMax(), fits));
    }
    BigDecimal rest = asked.value().remainder(spec.volumeStep().value());
    return rest.signum() == 0
        ? Optional.empty()
        : Optional.of(
            new LevelRefusal.NotALotStep(
                asked, spec.volumeStep(), lesser(new Lots(asked.value().subtract(rest)), fits)));
  }

  private static Lots lesser(Lots one, Lots other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Optional<Refusal> tooMuch(
      RiskCase facts, Map.Entry<Budget, BigDecimal> tightest, Lots asked, Lots fits) {
    return asked.compareTo(fits) <= 0
        ? Optional.empty()
        : Optional.of(
            new LimitRefusal.RiskTooHigh(
                tightest.getKey(),
                money(facts, sizing(facts).loss(asked)),
                money(facts, tightest.getValue()),
                asked,
                fits));
  }

  private static Refusal tooSmall(RiskCase facts, Sizing sizing, BigDecimal budget) {
    Lots minimum = facts.spec().smallestVolume();
    BigDecimal loss = sizing.loss(minimum);
    BigDecimal percent =
        loss.multiply(HUNDRED).divide(Standing.capital(facts), 4, RoundingMode.CEILING);
    return new LevelRefusal.BelowMinimumLots(
        minimum, money(facts, budget), money(facts, loss), percent);
  }

  private static RiskDecision approved(RiskCase facts, Lots lots, Sizing sizing) {
    Idea idea = facts.idea();
    Terms terms =
        new Terms(
            idea.symbol(),
            idea.direction(),
            lots,
            Levels.entry(facts),
            price(idea.stopLoss()),
            price(idea.takeProfit()),
            money(facts, sizing.loss(lots)),
            facts.limits().bandPoints());
    return new RiskDecision.Approved(terms, warnings(facts));
  }

  private static List<String> warnings(RiskCase facts) {
    List<String> warnings = new ArrayList<>();
    int losses = facts.book().tilt().lossesInRow();
    if (losses >= facts.limits().tiltWarnAt()) {
      warnings.add(
          Texts.losses(losses, facts.limits().tiltClearWins())
              + ": "
              + Texts.locking(losses, facts.limits().tiltLockAt()));
    }
    if (Mood.of(facts) instanceof Mood.Careful(var because)) {
      warnings.add(because + ": half risk, one position.");
    }
    return warnings;
  }

  private static Price price(Level level) {
    return switch (level) {
      case Level.At at -> at.price();
      case Level.Absent absent ->
          throw new IllegalStateException("levels were checked before the size");
    };
  }

  private static Money money(RiskCase facts, BigDecimal amount) {
    return new Money(amount, facts.snapshot().balance().currency());
  }
}
