package io.bitten.relay;

import io.bitten.core.account.AccountId;
import io.bitten.core.relay.Route;

/** One account this relay serves: its way to the terminal and the machine owner's limits for it. */
public record RelayLine(AccountId account, Route route, RelayCaps caps) {}
