package io.bitten.local.platform;

import java.net.URI;

/** Where the parts of a running platform answer. */
public record Places(URI doors, URI chat, URI farm, URI market, URI calendar) {

  static Places of(URI doors, URI farm, URI market, URI calendar) {
    return new Places(doors, doors.resolve(TELEGRAM + "/"), farm, market, calendar);
  }

  /** Below this path of the doors the simulated Telegram answers. */
  static final String TELEGRAM = "/sim/telegram";
}
