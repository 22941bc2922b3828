package io.bitten.core.order;

/**
 * The relay process that claimed an order: its name, this process's boot id, and its lease epoch.
 */
public record Owner(String relay, String bootId, long epoch) {}
