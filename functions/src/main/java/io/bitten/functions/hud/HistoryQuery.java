package io.bitten.functions.hud;

import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What of the history is asked for.
 *
 * @param from first moment, included
 * @param to last moment, excluded
 * @param symbol empty for all
 * @param status empty for all
 */
record HistoryQuery(
    Instant from, Instant to, String symbol, String status, String cursor, int limit) {
  private static final String STATES =
      Arrays.stream(OrderState.class.getPermittedSubclasses())
          .map(state -> state.getSimpleName().toUpperCase(Locale.ROOT))
          .collect(Collectors.joining("|"));

  private static final int LIMIT = 50;
  private static final int MOST = 200;

  /**
   * @throws BadQuery naming the parameter
   */
  static HistoryQuery of(Map<String, String> query) {
    Instant from = time(query, "from", Instant.MIN);
    Instant to = time(query, "to", Instant.MAX);
    if (from.isAfter(to)) {
      throw new BadQuery("from", "must not be after to");
    }
    return new HistoryQuery(
        from,
        to,
        word(query, "symbol", "[A-Z]{6}", "must be six letters, for example EURUSD"),
        word(query, "status", STATES, "must be one of " + STATES.replace("|", ", ")),
        cursor(query),
        limit(query));
  }

  boolean matches(Order order) {
    return !order.createdAt().isBefore(from)
        && order.createdAt().isBefore(to)
        && (symbol.isEmpty() || order.terms().symbol().code().equals(symbol))
        && (status.isEmpty() || order.state().label().equals(status));
  }

  private static Instant time(Map<String, String> query, String name, Instant open) {
    String text = query.getOrDefault(name, "");
    try {
      return text.isEmpty() ? open : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadQuery(name, "must be a time such as 2024-01-31T00:00:00Z");
    }
  }

  private static String word(
      Map<String, String> query, String name, String shape, String sentence) {
    String text = query.getOrDefault(name, "").toUpperCase(Locale.ROOT);
    if (!text.isEmpty() && !text.matches(shape)) {
      throw new BadQuery(name, sentence);
    }
    return text;
  }

  private static String cursor(Map<String, String> query) {
    String text = query.getOrDefault("cursor", "");
    if (!text.matches("[A-Za-z0-9_.:#=+/-]{0,500}")) {
      throw new BadQuery("cursor", "must be the next of the page before");
    }
    return text;
  }

  private static int limit(Map<String, String> query) {
    String text = query.getOrDefault("limit", Integer.toString(LIMIT));
    if (!text.matches("[0-9]{1,4}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST) {
      throw new BadQuery("limit", "must be 1 to " + MOST);
    }
    return Integer.parseInt(text);
  }
}
