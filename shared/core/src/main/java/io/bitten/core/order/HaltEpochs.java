package io.bitten.core.order;

/** The halt epochs a decision saw: the system's, the account's and the user's. */
public record HaltEpochs(long system, long account, long user) {
  /** Whether no scope has moved on since {@code seen} was read. */
  public boolean covers(HaltEpochs current) {
    return system >= current.system && account >= current.account && user >= current.user;
  }
}
