package io.bitten.core.order;

import java.time.Instant;

/**
 * One try to execute an order.
 *
 * @param deadline after this the last hop must refuse it
 */
public record Attempt(int number, RouteName route, Owner owner, Instant deadline) {}
