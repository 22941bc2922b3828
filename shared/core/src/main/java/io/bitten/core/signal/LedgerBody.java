package io.bitten.core.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signal as the ledger writes it: canonical JSON, prices with the decimals of the pair. */
public final class LedgerBody {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  // Neither can match inside a text of the body, where a quote is always escaped.
  private static final Pattern TIME = Pattern.compile("\"ts\":\"([^\"]{20,30})\"");
  private static final Pattern SEQ = Pattern.compile("\"seq\":([0-9]{1,18})[,}]");

  private LedgerBody() {}

  /** The signal's body at this place in the chain. */
  static String of(long seq, Signal signal) {
    Map<String, Object> body = new TreeMap<>();
    body.put("seq", seq);
    body.put("id", signal.id().value());
    body.put("ts", MILLIS.format(signal.createdAt()));
    body.put("expires", MILLIS.format(signal.expiresAt()));
    body.put("symbol", signal.symbol().code());
    body.put("side", signal.direction().name());
    body.put("entry", price(signal, signal.entry().value()));
    body.put("sl", price(signal, signal.stopLoss().value()));
    body.put("tp", price(signal, signal.takeProfit().value()));
    body.put("tcs", signal.tcs().toString());
    body.put("class", signal.signalClass().name());
    body.put("odds", odds(signal.odds()));
    body.put("verdicts", signal.verdicts().stream().map(LedgerBody::verdict).toList());
    body.put("pattern", signal.pattern());
    body.put("model", signal.model());
    body.put("timeframe", signal.timeframe().name());
    body.put("candle", MILLIS.format(signal.candle()));
    return CanonicalJson.write(body);
  }

  /** The moment a body says it was written; empty when it says none. */
  static Optional<Instant> time(String body) {
    Matcher found = TIME.matcher(body);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(found.group(1)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The place in the chain that a body claims; 0 when it claims none. */
  static long seq(String body) {
    Matcher found = SEQ.matcher(body);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }

  private static String price(Signal signal, BigDecimal value) {
    return value.setScale(signal.digits(), RoundingMode.UNNECESSARY).toPlainString();
  }

  private static Map<String, Object> odds(Odds odds) {
    return switch (odds) {
      case Odds.NotEnough(int n) -> Map.of("n", n);
      case Odds.Measured measured ->
          Map.of(
              "n", measured.n(),
              "wins", measured.wins(),
              "low", measured.lowPercent().toPlainString(),
              "high", measured.highPercent().toPlainString(),
              "break_even", measured.breakEvenPercent().toPlainString(),
              "expected_r", measured.expectedR().toPlainString());
    };
  }

  private static List<String> verdict(Verdict verdict) {
    return List.of(verdict.source(), verdict.weight().toPlainString(), verdict.reason());
  }
}
