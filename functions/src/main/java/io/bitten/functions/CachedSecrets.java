package io.bitten.functions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.lambda.powertools.parameters.secrets.SecretsProvider;

/**
 * Secrets Manager through Powertools, each secret read at most every five minutes. While it does
 * not answer the last known value counts, for a close needs its signature then as well.
 */
final class CachedSecrets {
  private static final Logger LOG = LoggerFactory.getLogger(CachedSecrets.class);
  private static final int MINUTES = 5;

  /** A store that failed is not asked for a secret that is known before this has passed. */
  private static final Duration REST = Duration.ofSeconds(30);

  private final UnaryOperator<String> store;
  private final InstantSource time;
  private final Map<String, String> known = new HashMap<>();
  private Instant restsUntil = Instant.MIN;

  /**
   * @param store a secret by its id; throws when it cannot be had
   */
  CachedSecrets(UnaryOperator<String> store, InstantSource time) {
    this.store = store;
    this.time = time;
  }

  static CachedSecrets ofSecretsManager() {
    // Made at the first read: a function that needs no secret should not pay for the client.
    SecretsProvider[] provider = new SecretsProvider[1];
    return new CachedSecrets(
        id -> {
          if (provider[0] == null) {
            provider[0] = SecretsProvider.builder().withClient(Clients.secrets()).build();
          }
          return provider[0].withMaxAge(MINUTES, ChronoUnit.MINUTES).get(id);
        },
        InstantSource.system());
  }

  synchronized String read(String id) {
    String last = known.get(id);
    if (last != null && time.instant().isBefore(restsUntil)) {
      return last;
    }
    try {
      String now = store.apply(id);
      known.put(id, now);
      return now;
    } catch (RuntimeException e) {
      if (last == null) {
        throw e;
      }
      LOG.warn("{} cannot be read, its last known value counts: {}", id, e.toString());
      restsUntil = time.instant().plus(REST);
      return last;
    }
  }
}
