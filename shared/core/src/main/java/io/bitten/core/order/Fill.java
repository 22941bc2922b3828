package io.bitten.core.order;

import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import java.time.Instant;

/** The position an order became, as the broker reported it. */
public record Fill(Ticket ticket, Price price, Lots lots, Level stopLoss, Instant at) {}
