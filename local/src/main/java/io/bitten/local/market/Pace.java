package io.bitten.local.market;

/**
 * Whether somebody or something needs real time just now: a live signal, an order in flight, a
 * person at the chat. Asked often and from many threads, so it must be quick, and it must not read
 * the clock it paces.
 */
@FunctionalInterface
public interface Pace {
  boolean engaged();
}
