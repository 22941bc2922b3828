package io.bitten.adapters.farm;

/** Whether connections to a farm go straight to it. */
public sealed interface Outbound {
  record Straight() implements Outbound {}

  /** Through this process's own tunnel, by the ways of its egress. */
  record Through(EgressTunnel tunnel) implements Outbound {}
}
