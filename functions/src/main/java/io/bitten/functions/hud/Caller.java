package io.bitten.functions.hud;

import io.bitten.core.account.Link;
import io.bitten.core.account.Trader;
import io.bitten.functions.HttpEvent;
import java.time.Instant;

/** A person who has proved who they are, and what they ask. */
record Caller(Trader trader, HttpEvent request, Instant now) {
  Link link() {
    return trader.link();
  }
}
