package io.bitten.adapters.terminal;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.market.SymbolSpec;
import io.bitten.core.order.ExitReason;
import io.bitten.core.relay.Deal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Fields as terminals write them. Everything throws {@link BadJson} with the field's name. */
public final class TerminalFields {
  private static final int LONGEST = 200;
  private static final long MILLIS_FROM = 100_000_000_000L;
  private static final BigDecimal MAGICS = BigDecimal.valueOf(1L << 53);
  private static final Pattern ORDER = Pattern.compile("[A-Z2-7]{16}");
  private static final DateTimeFormatter DOTTED =
      DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm:ss", Locale.ROOT);

  private TerminalFields() {}

  /**
   * How a terminal's rows are read.
   *
   * @param clock the broker's, which the terminal's times are of
   * @param id the field that holds the number a position keeps
   */
  public record Reader(Currency currency, BrokerClock clock, String id) {
    /** For terminals that tell a position's ticket alone. */
    public Reader(Currency currency, BrokerClock clock) {
      this(currency, clock, "ticket");
    }
  }

  private static Position position(Fields one, Symbol symbol, Reader reader) {
    Currency currency = reader.currency();
    try {
      return new Position(
          new Ticket(one.whole(reader.id())),
          symbol,
          direction(one, "type"),
          new Lots(one.decimal("volume")),
          new Price(one.decimal("open_price")),
          level(one, "sl"),
          level(one, "tp"),
          new Money(one.money("profit"), currency),
          new Money(one.sum("swap"), currency),
          new Money(one.sum("commission"), currency),
          magic(one),
          time(one, "open_time", reader.clock()));
    } catch (IllegalArgumentException e) {
      throw one.refuse("ticket", "is of a position that cannot be: " + e.getMessage());
    }
  }

  /**
   * One open position, for a list that must be whole: left out when it is certainly foreign and
   * cannot be read. Whatever could be ours and cannot be read throws.
   */
  public static Optional<Position> readable(Fields one, Symbol symbol, Reader reader) {
    try {
      return Optional.of(position(one, symbol, reader));
    } catch (BadJson e) {
      if (isForeign(one)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * The same of a row whose pair is to be told first. A row in something that is no pair is left
   * out, unless it is marked as ours or no magic is told: then it throws.
   */
  public static Optional<Position> readable(Fields one, SymbolNames names, Reader reader) {
    Optional<Symbol> symbol = names.symbol(one.text("symbol", LONGEST));
    if (symbol.isEmpty() && (!one.has("magic") || isMarked(one))) {
      throw one.refuse("symbol", "is not known, and the position may be ours");
    }
    return symbol.flatMap(known -> readable(one, known, reader));
  }

  /** One deal of a known pair. */
  public static Deal deal(Fields one, Symbol symbol, Reader reader) {
    Currency currency = reader.currency();
    try {
      return new Deal(
          new Ticket(one.whole("position")),
          side(one),
          symbol,
          new Lots(one.decimal("volume")),
          new Price(one.decimal("price")),
          new Money(one.sum("profit", "swap", "commission", "fee"), currency),
          magic(one),
          one.maybeText("comment", LONGEST).orElse(""),
          reason(one.maybeText("reason", LONGEST).orElse("")),
          time(one, "time", reader.clock()));
    } catch (IllegalArgumentException e) {
      throw one.refuse("ticket", "is of a deal that cannot be: " + e.getMessage());
    }
  }

  /**
   * What the terminal says about a known pair.
   *
   * @throws ArithmeticException when a count is out of range
   */
  public static SymbolSpec spec(Fields one, Symbol symbol, String terminalName) {
    return new SymbolSpec(
        symbol,
        terminalName,
        Math.toIntExact(one.whole("digits")),
        one.decimal("contract_size"),
        one.decimal("tick_size"),
        one.decimal("tick_value"),
        new Lots(one.decimal("volume_min")),
        new Lots(one.decimal("volume_step")),
        new Lots(one.decimal("volume_max")),
        Math.toIntExact(one.maybeWhole("stops_level").orElse(0L)));
  }

  /** BUY or SELL, in any case, or the terminal's 0 and 1. */
  public static Direction direction(Fields one, String name) {
    String text = either(one, name).toUpperCase(Locale.ROOT);
    if (text.equals("BUY") || text.equals("0")) {
      return Direction.BUY;
    }
    if (text.equals("SELL") || text.equals("1")) {
      return Direction.SELL;
    }
    throw one.refuse(name, "must be BUY or SELL");
  }

  /**
   * The moment a field means: ISO-8601 says its own offset, epoch seconds, epoch milliseconds and
   * dotted times are of the broker's clock.
   */
  public static Instant time(Fields one, String name, BrokerClock clock) {
    Instant shown = shown(one, name);
    return zoned(one, name) ? shown : clock.utc(shown);
  }

  /** Whether the time says its own offset. */
  public static boolean zoned(Fields one, String name) {
    return either(one, name).contains("T");
  }

  /** The time as it is written, a broker's as if it were UTC. */
  public static Instant shown(Fields one, String name) {
    String text = either(one, name);
    try {
      if (text.matches("[0-9]{1,15}")) {
        long number = Long.parseLong(text);
        return number < MILLIS_FROM ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
      }
      return zoned(one, name)
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text, DOTTED).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw one.refuse(name, "must be a time");
    }
  }

  /** The number, or zero where the terminal does not tell it. */
  public static BigDecimal orZero(Fields one, String name) {
    return one.maybeDecimal(name).orElse(BigDecimal.ZERO);
  }

  /** A field that is text with some and a number with others; empty when it is missing. */
  public static String either(Fields one, String name) {
    if (!one.has(name)) {
      return "";
    }
    return one.isText(name) ? one.text(name, LONGEST) : one.numeral(name).toPlainString();
  }

  /**
   * The row's magic. Other software uses all 64 bits of it, with a sign or without: a number that
   * no order of ours can have is nobody's, as is a magic that is not told.
   */
  public static Magic magic(Fields one) {
    BigDecimal number = told(one);
    if (number.scale() != 0) {
      throw one.refuse("magic", "must be a whole number");
    }
    boolean oursCanBe = number.signum() > 0 && number.compareTo(MAGICS) < 0;
    return new Magic(oursCanBe ? number.longValueExact() : 0);
  }

  /** Whether the row is of an order of ours: its magic is, or its comment names one. */
  public static boolean isMarked(Fields one) {
    return magic(one).isOurs()
        || ORDER.matcher(one.maybeText("comment", LONGEST).orElse("")).find();
  }

  /**
   * Whether the row is certainly of other software: its magic is told and not ours, and its comment
   * names no order. A trade by hand is not certain, for a terminal that loses magics writes 0 too.
   */
  public static boolean isForeign(Fields one) {
    return told(one).signum() != 0 && !isMarked(one);
  }

  /** The magic as it is told. */
  private static BigDecimal told(Fields one) {
    return one.has("magic") ? one.numeral("magic") : BigDecimal.ZERO;
  }

  private static Deal.Side side(Fields one) {
    // DEAL_TYPE_BUY_CANCELED and DEAL_TYPE_SELL_CANCELED.
    if (one.maybeText("type", LONGEST).orElse("").toUpperCase(Locale.ROOT).endsWith("CANCELED")) {
      return Deal.Side.ANNULLED;
    }
    return one.text("entry", LONGEST).toUpperCase(Locale.ROOT).equals("IN")
        ? Deal.Side.ENTRY
        : Deal.Side.EXIT;
  }

  private static ExitReason reason(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "SL" -> ExitReason.STOP_LOSS;
      case "TP" -> ExitReason.TAKE_PROFIT;
      case "SO" -> ExitReason.STOP_OUT;
      default -> ExitReason.OUTSIDE;
    };
  }

  private static Level level(Fields one, String name) {
    BigDecimal price = orZero(one, name);
    return price.signum() > 0 ? Level.at(new Price(price)) : Level.absent();
  }
}
