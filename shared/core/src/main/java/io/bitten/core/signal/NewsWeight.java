package io.bitten.core.signal;

import io.bitten.core.news.NewsEvent;
import io.bitten.core.news.Outlook;
import java.math.BigDecimal;

/** The news source: the factor an outlook puts on a setup. A blackout is decided before. */
final class NewsWeight {
  /** What every earlier setup counts with. */
  static final BigDecimal CALM = new BigDecimal("0.97");

  private static final BigDecimal UNKNOWN = new BigDecimal("0.94");
  private static final BigDecimal UNEASY = new BigDecimal("0.90");
  private static final BigDecimal AHEAD = new BigDecimal("0.85");

  private NewsWeight() {}

  static Verdict of(Outlook outlook) {
    return switch (outlook) {
      case Outlook.Calm() -> verdict(CALM, "No news that matters is near.");
      case Outlook.Unknown(String reason) -> verdict(UNKNOWN, reason);
      case Outlook.Uneasy(NewsEvent event) -> verdict(UNEASY, "Unsettled by " + named(event));
      case Outlook.Ahead(NewsEvent event) -> verdict(AHEAD, "High impact ahead: " + named(event));
      case Outlook.Blackout(NewsEvent event) ->
          verdict(BigDecimal.ZERO, "Too near: " + named(event));
    };
  }

  private static Verdict verdict(BigDecimal weight, String reason) {
    return new Verdict("news", weight, reason);
  }

  private static String named(NewsEvent event) {
    return "%s (%s) at %s.".formatted(event.title(), event.currency(), event.at());
  }
}
