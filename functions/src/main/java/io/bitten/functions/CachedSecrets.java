package io.bitten.functions;

import java.time.temporal.ChronoUnit;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

/** Secrets Manager through Powertools, each secret read at most every five minutes. */
final class CachedSecrets {
  private static final int MINUTES = 5;

  // Made at the first read: a function that needs no secret should not pay for the client.
  private SecretsProvider provider;

  synchronized String read(String id) {
    if (provider == null) {
      provider = SecretsProvider.create();
    }
    return provider.withMaxAge(MINUTES, ChronoUnit.MINUTES).get(id);
  }
}
