package io.bitten.adapters.config;

import io.bitten.core.Rulebook;
import io.bitten.core.account.AccountMode;
import io.bitten.core.account.Tier;
import io.bitten.core.billing.BillingTerms;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.Timeframe;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskLimits;
import io.bitten.core.risk.Session;
import io.bitten.core.risk.TierRules;
import io.bitten.core.signal.SignalClass;
import io.bitten.core.signal.SignalRulebook;
import io.bitten.core.signal.Tcs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code trading.yml} whole or not at all. */
public final class RulebookFile {
  private static final String NAME = "trading.yml";
  private static final String RESOURCE = "/bitten/" + NAME;

  private RulebookFile() {}

  /** The rules this build was packaged with: {@code config/trading.yml} of the repository. */
  public static Rulebook packaged() {
    try (InputStream in = RulebookFile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new BadConfig(RESOURCE + " is not in this build");
      }
      return parse(NAME, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  /**
   * The rules in a file.
   *
   * @throws BadConfig when a key is missing, unknown or out of range; names the key and the line
   */
  public static Rulebook read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new BadConfig(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The rules in a text.
   *
   * @param name what refusals call the text
   * @throws BadConfig when a key is missing, unknown or out of range; names the key and the line
   */
  public static Rulebook parse(String name, String text) {
    Section file = Section.of(name, text);
    String terms = file.text("terms_version");
    RiskLimits limits = limits(file);
    Map<Tier, TierRules> tiers =
        file.section("tiers").each(Tier.class, (section, key) -> tier(section.section(key)));
    SignalRulebook signals = signals(file.section("signals"));
    BillingTerms billing = billing(file.section("billing"));
    int alertsAMinute = file.whole("max_alerts_per_minute", 1, 30);
    file.end();
    return new Rulebook(tiers, limits, signals, terms, billing, alertsAMinute);
  }

  private static RiskLimits limits(Section file) {
    int positions = file.whole("max_positions", 1, 1_000);
    BigDecimal riskPercent = file.decimal("max_risk_per_trade", "0.0001", "0.1").movePointRight(2);
    Map<Session, Integer> sessions =
        file.section("session_limits").each(Session.class, (s, key) -> s.whole(key, 0, 1_000));
    Section limits = file.section("limits");
    RiskLimits read =
        new RiskLimits(
            riskPercent.stripTrailingZeros(),
            positions,
            limits.whole("max_per_symbol", 1, 1_000),
            limits.decimal("drawdown_limit", "1", "100000000"),
            sessions,
            limits.time("news_before"),
            limits.time("news_after"),
            limits.time("calendar_max_age"),
            limits.time("quote_max_age"),
            limits.whole("tilt_warn_at", 1, 100),
            limits.whole("tilt_lock_at", 1, 100),
            limits.time("tilt_lock"),
            limits.whole("tilt_clear_wins", 1, 100),
            limits.decimal("medic_at_percent", "0.1", "100"),
            limits.decimal("exposure_percent", "0.1", "100"),
            limits.decimal("minimum_free_margin_percent", "0", "100"),
            limits.whole("band_points", 1, 10_000),
            limits.time("order_every"),
            limits.whole("orders_an_hour", 1, RiskBook.RECENT_KEPT),
            limits.time("confirm_for"),
            limits.time("order_lives"));
    limits.end();
    if (read.tiltLockAt() <= read.tiltWarnAt()) {
      throw limits.refuse("must have tilt_lock_at above tilt_warn_at");
    }
    return read;
  }

  private static TierRules tier(Section tier) {
    TierRules read =
        new TierRules(
            tier.decimal("price_usd", "0", "10000"),
            tier.several("accounts", AccountMode.class),
            tier.several("shown", SignalClass.class),
            tier.several("fireable", SignalClass.class),
            new Tcs(tier.whole("minimum_tcs", 0, 100)),
            tier.whole("fires_a_day", 0, 10_000),
            tier.whole("open_positions", 0, 1_000),
            tier.decimal("daily_loss_percent", "0.1", "100"));
    tier.end();
    if (!read.shown().containsAll(read.fireable())) {
      throw tier.refuse("must show every class that may be fired");
    }
    return read;
  }

  private static SignalRulebook signals(Section signals) {
    SignalRulebook read =
        new SignalRulebook(
            symbols(signals.section("symbols")),
            signals.one("timeframe", Timeframe.class),
            signals.whole("history", 10, 100_000),
            signals.whole("warm_up", 1, 10_000),
            signals.whole("window", 1, 100_000),
            signals.whole("minimum_setups", 1, 100_000),
            signals.whole("minimum_outcomes", 1, 100_000),
            signals.whole("outcome_bars", 1, 10_000),
            signals.decimal("stop_atr", "0.1", "20"),
            signals.decimal("reward_to_risk", "0.1", "20"),
            signals.time("lifetime"),
            signals.time("news_blackout"),
            signals
                .section("class_from")
                .each(SignalClass.class, (s, key) -> s.whole(key, 0, 100)));
    signals.end();
    if (read.history() <= read.warmUp() + read.outcomeBars()) {
      throw signals.refuse("must have history above warm_up plus outcome_bars");
    }
    return read;
  }

  private static BillingTerms billing(Section billing) {
    BillingTerms read = new BillingTerms(billing.time("press_pass"), billing.time("grace"));
    billing.end();
    return read;
  }

  private static Map<Symbol, Integer> symbols(Section symbols) {
    Map<Symbol, Integer> found = new LinkedHashMap<>();
    for (String key : symbols.keys()) {
      if (!key.matches("[A-Z]{6}")) {
        throw symbols.refuse("must name pairs in six capital letters: " + key);
      }
      found.put(new Symbol(key), symbols.whole(key, 0, 8));
    }
    if (found.isEmpty()) {
      throw symbols.refuse("must name at least one pair");
    }
    return found;
  }
}
