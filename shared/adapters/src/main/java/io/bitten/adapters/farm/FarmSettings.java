package io.bitten.adapters.farm;

import io.bitten.core.market.Symbol;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One broker's terminal behind one farm.
 *
 * @param url the farm's address; plain http is accepted on loopback or a private address only
 * @param token the bearer token; empty when the farm asks for none
 * @param broker the farm's name of the terminal
 * @param symbols the terminal's names of pairs whose names cannot be guessed
 * @param connectTimeout for a connection; a connect that takes longer has sent nothing
 * @param timeout for a whole call that acts
 * @param readTimeout for a whole call that only asks
 * @param readTries how often a call that only asks is made; a call that acts is made once
 */
public record FarmSettings(
    URI url,
    String token,
    String broker,
    Map<Symbol, String> symbols,
    Duration connectTimeout,
    Duration timeout,
    Duration readTimeout,
    int readTries) {
  public FarmSettings {
    symbols = Map.copyOf(symbols);
    FarmAddress.check(url);
    if (readTries < 1 || readTries > 3) {
      throw new IllegalArgumentException("read tries must be 1..3: " + readTries);
    }
  }

  /** The usual timeouts: 2 s to connect, 30 s to act, 5 s to ask, three times. */
  public static FarmSettings of(URI url, String token, String broker) {
    return new FarmSettings(
        url,
        token,
        broker,
        Map.of(),
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        3);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "farm " + url + " broker " + broker;
  }
}
