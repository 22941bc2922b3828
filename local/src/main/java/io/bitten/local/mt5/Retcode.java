package io.bitten.local.mt5;

/** The trade server's return codes, with MetaTrader 5's numbers (MQL5 reference, return codes). */
public enum Retcode {
  REQUOTE(10004, "Requote"),
  REJECT(10006, "Request rejected"),
  CANCEL(10007, "Request canceled by trader"),
  PLACED(10008, "Order placed"),
  DONE(10009, "Request completed"),
  DONE_PARTIAL(10010, "Only part of the request was completed"),
  ERROR(10011, "Request processing error"),
  TIMEOUT(10012, "Request canceled by timeout"),
  INVALID(10013, "Invalid request"),
  INVALID_VOLUME(10014, "Invalid volume"),
  INVALID_PRICE(10015, "Invalid price"),
  INVALID_STOPS(10016, "Invalid stops"),
  TRADE_DISABLED(10017, "Trade is disabled"),
  MARKET_CLOSED(10018, "Market is closed"),
  NO_MONEY(10019, "Insufficient margin"),
  PRICE_CHANGED(10020, "Prices changed"),
  PRICE_OFF(10021, "There are no quotes to process the request"),
  TOO_MANY_REQUESTS(10024, "Too frequent requests"),
  NO_CHANGES(10025, "No changes in request"),
  SERVER_DISABLES_AT(10026, "Autotrading disabled by server"),
  CLIENT_DISABLES_AT(10027, "Autotrading disabled by client terminal"),
  LOCKED(10028, "Request locked for processing"),
  FROZEN(10029, "Order or position frozen"),
  INVALID_FILL(10030, "Invalid order filling type"),
  CONNECTION(10031, "No connection with the trade server"),
  LIMIT_VOLUME(10034, "Volume limit reached"),
  POSITION_CLOSED(10036, "Position already closed"),
  INVALID_CLOSE_VOLUME(10038, "Close volume exceeds the position"),
  LIMIT_POSITIONS(10040, "Too many open positions"),
  LONG_ONLY(10042, "Only long positions allowed"),
  SHORT_ONLY(10043, "Only short positions allowed"),
  CLOSE_ONLY(10044, "Only position closing allowed");

  private final int code;
  private final String text;

  Retcode(int code, String text) {
    this.code = code;
    this.text = text;
  }

  public int code() {
    return code;
  }

  /** What the terminal's log would say. */
  public String text() {
    return text;
  }

  /** The name as MQL5 writes it, such as TRADE_RETCODE_NO_MONEY. */
  public String mqlName() {
    return "TRADE_RETCODE_" + name();
  }

  /** Whether something was traded or changed, or already was as asked. */
  public boolean done() {
    return this == DONE || this == DONE_PARTIAL || this == NO_CHANGES;
  }
}
