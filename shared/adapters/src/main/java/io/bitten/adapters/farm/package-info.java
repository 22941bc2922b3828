/**
 * The MT5 farm over HTTP. The calls and fields of the farm's original contract are fixed; these are
 * the optional fields that we send and read beyond them. A farm that knows none of them still
 * works.
 *
 * <p>Every {@code POST} also carries {@code broker}; OPEN_TRADE carries {@code order_id} (16
 * characters), {@code attempt}, {@code deadline_ms} (epoch milliseconds; the last hop refuses what
 * comes later), {@code epoch} (the sending relay's lease; the last hop refuses one older than the
 * newest it has seen for the broker, with {@code STALE_EPOCH}), {@code halt_epoch} (grows with
 * every halt and lifting over the account; the last hop refuses one older than the newest it has
 * seen for the broker, with {@code HALTED}) and {@code max_deviation_points}. {@code magic_number}
 * is the order's own number, {@code comment} its id. For MODIFY_TRADE: {@code ticket}, {@code
 * symbol}, {@code stop_loss}, {@code take_profit}.
 *
 * <p>Answers may carry {@code retcode} (number), {@code volume}, {@code magic_number}, {@code
 * comment}, {@code order_id} and {@code broker}; what is there must agree with the request. They
 * may be nested under {@code result}.
 *
 * <p>{@code GET /live_data} may carry {@code accounts{broker: {login, server, mode, balance,
 * equity, margin, free_margin, currency}}} beside (or instead of) the single {@code account}, and
 * {@code specs{broker: {symbol: {digits, contract_size, tick_size, tick_value, volume_min,
 * volume_step, volume_max, stops_level}}}}, {@code tick_value} being the one of a loss
 * (SYMBOL_TRADE_TICK_VALUE_LOSS). Symbols are the terminal's own names everywhere on the wire.
 *
 * <p>The account's margin mode may stand in its entry of {@code accounts}, or in the broker's entry
 * of {@code /status} or {@code /health}: {@code margin_mode} ({@code hedging}, the terminal's name
 * or number of it; anything else is netting) or {@code hedging} (true, false). An account that nets
 * opens nothing; what is open on it is looked after. A farm that does not tell it is believed to
 * have a hedging account.
 *
 * <p>{@code GET /history?broker=NAME&from=EPOCH_SECONDS} may answer {@code {complete: true,
 * deals[{ticket, position, symbol, type (BUY, SELL), entry (IN, OUT), volume, price, profit, swap,
 * commission, fee, magic, comment, reason (SL, TP, SO, CLIENT, EXPERT), time}]}}; a result is the
 * sum of profit, swap, commission and, where it is told apart, fee. 404 means that the farm has no
 * history.
 *
 * <p>Times are ISO-8601 with an offset, or epoch seconds or milliseconds of the broker's clock, as
 * the terminal writes them; how far that clock is ahead of UTC is learned from the quotes ({@link
 * io.bitten.adapters.terminal.BrokerClock}). Until it is, quotes of the future are left out, a
 * history with such times is not complete, and positions show the time they were opened at as it is
 * written.
 */
package io.bitten.adapters.farm;
