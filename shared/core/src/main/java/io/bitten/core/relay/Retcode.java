package io.bitten.core.relay;

import static io.bitten.core.relay.Retcode.Meaning.DONE;
import static io.bitten.core.relay.Retcode.Meaning.NO;
import static io.bitten.core.relay.Retcode.Meaning.PARTIAL;
import static io.bitten.core.relay.Retcode.Meaning.UNKNOWN;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every return code of an MT5 trade server, each with exactly one meaning. NO says that this
 * attempt did nothing and will do nothing. Source: MQL5 reference, trade server return codes.
 */
public enum Retcode {
  REQUOTE(10004, NO, "The broker asked for a new price."),
  REJECT(10006, NO, "The broker rejected the request."),
  CANCEL(10007, NO, "The request was cancelled."),
  PLACED(10008, UNKNOWN, "The order was placed; its deal is not known yet."),
  DONE_CODE(10009, DONE, "Done."),
  DONE_PARTIAL(10010, PARTIAL, "Only a part was filled."),
  ERROR(10011, UNKNOWN, "The request ended in an error."),
  TIMEOUT(10012, UNKNOWN, "The broker timed the request out."),
  INVALID(10013, NO, "The request was not valid."),
  INVALID_VOLUME(10014, NO, "The volume is not valid."),
  INVALID_PRICE(10015, NO, "The price is not valid."),
  INVALID_STOPS(10016, NO, "The stops are not valid."),
  TRADE_DISABLED(10017, NO, "Trading is disabled."),
  MARKET_CLOSED(10018, NO, "The market is closed."),
  NO_MONEY(10019, NO, "There is not enough money."),
  PRICE_CHANGED(10020, NO, "The price has changed."),
  PRICE_OFF(10021, NO, "There is no price."),
  INVALID_EXPIRATION(10022, NO, "The expiration is not valid."),
  ORDER_CHANGED(10023, NO, "The order has changed."),
  TOO_MANY_REQUESTS(10024, NO, "There were too many requests."),
  NO_CHANGES(10025, DONE, "It was already so."),
  SERVER_DISABLES_AT(10026, NO, "The server has disabled automatic trading."),
  CLIENT_DISABLES_AT(10027, NO, "The terminal has disabled automatic trading."),
  LOCKED(10028, UNKNOWN, "The request is being processed."),
  FROZEN(10029, NO, "The order or position is frozen near the market."),
  INVALID_FILL(10030, NO, "The filling mode is not supported."),
  CONNECTION(10031, UNKNOWN, "The terminal lost its server."),
  ONLY_REAL(10032, NO, "Only real accounts may do this."),
  LIMIT_ORDERS(10033, NO, "The limit of pending orders is reached."),
  LIMIT_VOLUME(10034, NO, "The symbol's volume limit is reached."),
  INVALID_ORDER(10035, NO, "The order type is not valid."),
  POSITION_CLOSED(10036, NO, "The position is already closed."),
  INVALID_CLOSE_VOLUME(10038, NO, "The volume is more than the position has."),
  CLOSE_ORDER_EXIST(10039, NO, "The position is being closed already."),
  LIMIT_POSITIONS(10040, NO, "The limit of open positions is reached."),
  REJECT_CANCEL(10041, NO, "The pending order was rejected and cancelled."),
  LONG_ONLY(10042, NO, "Only buying is allowed."),
  SHORT_ONLY(10043, NO, "Only selling is allowed."),
  CLOSE_ONLY(10044, NO, "Only closing is allowed."),
  FIFO_CLOSE(10045, NO, "Positions must be closed oldest first."),
  HEDGE_PROHIBITED(10046, NO, "Opposite positions are not allowed.");

  /** What a code says about the request that got it. */
  public enum Meaning {
    DONE,
    PARTIAL,
    NO,
    UNKNOWN
  }

  private static final String PREFIX = "TRADE_RETCODE_";

  private final int code;
  private final Meaning meaning;
  private final String sentence;

  Retcode(int code, Meaning meaning, String sentence) {
    this.code = code;
    this.meaning = meaning;
    this.sentence = sentence;
  }

  /** Whether the same entry may go through at the next price, or a moment later. */
  public boolean passing() {
    return this == REQUOTE
        || this == PRICE_CHANGED
        || this == PRICE_OFF
        || this == TOO_MANY_REQUESTS;
  }

  public int code() {
    return code;
  }

  public Meaning meaning() {
    return meaning;
  }

  public String sentence() {
    return sentence;
  }

  /** The terminal's own name, for example {@code TRADE_RETCODE_NO_MONEY}. */
  public String label() {
    return PREFIX + (this == DONE_CODE ? "DONE" : name());
  }

  /**
   * The code with this number, or name with or without its prefix; empty when MT5 has none such.
   */
  public static Optional<Retcode> find(String text) {
    String wanted = text.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            known ->
                wanted.equals(Integer.toString(known.code))
                    || wanted.equals(known.label())
                    || (PREFIX + wanted).equals(known.label()))
        .findFirst();
  }
}
