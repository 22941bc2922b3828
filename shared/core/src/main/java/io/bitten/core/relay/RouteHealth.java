package io.bitten.core.relay;

/** Whether a route can trade now. */
public sealed interface RouteHealth {
  record Up(String detail) implements RouteHealth {}

  record Down(String why) implements RouteHealth {}
}
