package io.bitten.core.billing;

import io.bitten.core.account.Subscription;

/**
 * What a bill gives.
 *
 * @param cause the event that says so
 */
record Entitlement(Subscription subscription, Stamp cause) {}
