package io.bitten.core.chat;

import io.bitten.core.Versioned;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Link;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import java.time.Instant;

/** One update, with the person it came from as stored and the moment it is handled. */
record Visit(Incoming from, Versioned<Trader> stored, Instant now) {
  Trader trader() {
    return stored.value();
  }

  UserId user() {
    return trader().id();
  }

  ChatId chat() {
    return from.chat();
  }

  Tier tier() {
    return trader().tier();
  }

  Link link() {
    return trader().link();
  }

  /** What the person did, the same for a repeat of the update. */
  String askedBy() {
    return "update-" + from.updateId();
  }

  /** Tells two buttons of one kind apart. */
  String round() {
    return TapTokens.round(from.updateId());
  }
}
