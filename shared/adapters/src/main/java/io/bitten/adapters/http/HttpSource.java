package io.bitten.adapters.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One site that is read by GET. Redirects are not followed, so that a query never reaches another
 * host; a query may hold a key, so no message and no cause of an exception shows one.
 */
public final class HttpSource {
  /** Longest answer read, bytes. */
  public static final int MAX_BYTES = 1 << 20;

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final URI site;
  private final Duration timeout;

  /**
   * @param site scheme, host, port and the path that every read begins with; https, or http on
   *     loopback
   * @param timeout of the connect, and of each wait for bytes
   */
  public HttpSource(URI site, Duration timeout) {
    boolean safe =
        "https".equals(site.getScheme())
            || ("http".equals(site.getScheme()) && LOOPBACK.contains(site.getHost()));
    if (!safe || site.getRawQuery() != null || site.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "a source must be https, or http on loopback, without user and query: "
              + site.getScheme()
              + "://"
              + site.getHost());
    }
    this.site = site;
    this.timeout = timeout;
  }

  /** A status with its body, which is empty when there was none. */
  public record Answer(int status, byte[] body) {}

  /**
   * @throws SourceUnavailable when no whole answer of at most {@link #MAX_BYTES} arrived in time
   */
  public Answer get(String path, Map<String, String> query) {
    String named = site.getHost() + site.getPath() + path;
    try {
      HttpURLConnection connection = open(path, query);
      try {
        int status = connection.getResponseCode();
        return new Answer(status, body(connection, status, named));
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      throw new SourceUnavailable(
          named + " did not answer: " + e.getClass().getSimpleName(), shown(e, query));
    }
  }

  private HttpURLConnection open(String path, Map<String, String> query) throws IOException {
    String parameters =
        new TreeMap<>(query)
            .entrySet().stream()
                .map(
                    one ->
                        one.getKey()
                            + "="
                            + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    URI uri = URI.create(site + path + (parameters.isEmpty() ? "" : "?" + parameters));
    if (!(uri.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new IllegalStateException("http and https open as HTTP");
    }
    connection.setConnectTimeout(Math.toIntExact(timeout.toMillis()));
    connection.setReadTimeout(Math.toIntExact(timeout.toMillis()));
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept", "application/json");
    return connection;
  }

  private static byte[] body(HttpURLConnection connection, int status, String named)
      throws IOException {
    InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    if (stream == null) {
      return new byte[0];
    }
    try (stream) {
      byte[] body = stream.readNBytes(MAX_BYTES + 1);
      if (body.length > MAX_BYTES) {
        throw new SourceUnavailable(named + " answered more than " + MAX_BYTES + " bytes");
      }
      return body;
    }
  }

  /** The JDK puts whole addresses into some messages; such a cause is replaced by its kind. */
  private static IOException shown(IOException cause, Map<String, String> query) {
    String text = String.valueOf(cause.getMessage());
    boolean tells = query.values().stream().anyMatch(text::contains);
    return tells ? new IOException(cause.getClass().getName()) : cause;
  }
}
