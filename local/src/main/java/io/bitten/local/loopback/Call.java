package io.bitten.local.loopback;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request to a simulator, free of any server's types.
 *
 * @param query decoded query parameters, the first value of each
 * @param headers header values by lower-case name
 * @param body at most {@link LoopbackServer#MAX_BODY_BYTES}
 * @param arrivedNanos {@link System#nanoTime()} when handling began
 */
public record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    long arrivedNanos) {
  public Call {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
    body = body.clone();
  }

  /** A request without headers or body. */
  public static Call get(String path, Map<String, String> query) {
    return new Call("GET", path, query, Map.of(), new byte[0], System.nanoTime());
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }
}
