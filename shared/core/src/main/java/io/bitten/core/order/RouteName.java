package io.bitten.core.order;

/** The two ways to a terminal. */
public enum RouteName {
  FARM,
  BRIDGE
}
