package io.bitten.core.account;

import io.bitten.core.market.Currency;

/**
 * An MT5 account linked to a trader. No password is ever known to the platform.
 *
 * @param broker the farm's name of the terminal that holds the account
 */
public record TradingAccount(
    AccountId id, UserId owner, AccountMode mode, Currency currency, String broker) {}
