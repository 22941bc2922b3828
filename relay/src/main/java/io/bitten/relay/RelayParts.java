package io.bitten.relay;

import io.bitten.core.order.Owner;

/**
 * What every desk of one relay process shares.
 *
 * @param owner this process: the relay's name, its boot id and epoch
 */
record RelayParts(
    RelayPorts ports, RelaySettings settings, Owner owner, OrderMoves moves, InFlight inFlight) {}
