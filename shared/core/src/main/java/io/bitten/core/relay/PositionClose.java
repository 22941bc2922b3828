package io.bitten.core.relay;

import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Symbol;

/**
 * The end of one position, named by its ticket. Asking twice is harmless.
 *
 * @param id unique text for the route's own slot and comment, at most 26 letters and digits
 * @param direction the position's own direction
 */
public record PositionClose(
    String id, Ticket ticket, Symbol symbol, Direction direction, Lots lots, Magic magic) {}
