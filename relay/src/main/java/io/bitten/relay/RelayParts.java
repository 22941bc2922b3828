package io.bitten.relay;

/**
 * What every desk of one relay process shares.
 *
 * @param tenure whether this process may send entries, and under which epoch
 */
record RelayParts(
    RelayPorts ports,
    RelaySettings settings,
    Boot boot,
    Tenure tenure,
    OrderMoves moves,
    OpenOrders open,
    Sightings sightings,
    InFlight inFlight,
    CloseIds closeIds) {
  RelayParts(
      RelayPorts ports,
      RelaySettings settings,
      Boot boot,
      Tenure tenure,
      OrderMoves moves,
      OpenOrders open) {
    this(
        ports,
        settings,
        boot,
        tenure,
        moves,
        open,
        new Sightings(ports.reports()),
        new InFlight(),
        new CloseIds(boot));
  }
}
