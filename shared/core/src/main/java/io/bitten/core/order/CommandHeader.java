package io.bitten.core.order;

import io.bitten.core.CorrelationId;
import io.bitten.core.account.AccountId;
import java.time.Instant;

/**
 * What every command carries.
 *
 * @param id the same for a repeat of the same command
 * @param expiresAt after this the relay refuses it
 */
public record CommandHeader(
    String id,
    AccountId account,
    HaltEpochs haltEpochs,
    Instant issuedAt,
    Instant expiresAt,
    CorrelationId correlation) {}
