package io.bitten.adapters.tradermade;

import io.bitten.adapters.http.HttpSource;
import io.bitten.adapters.http.SourceUnavailable;
import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The vendor's answers, told apart: an object, nothing, or a refusal. The key travels in the query,
 * and appears in no message.
 */
final class Rest {
  private static final int LONGEST_MESSAGE = 200;

  private final HttpSource source;
  private final String key;

  /**
   * @param timeout of the connect, and of each wait for bytes
   */
  Rest(URI address, String key, Duration timeout) {
    this.source = new HttpSource(address, timeout);
    this.key = key;
  }

  /**
   * The answer's object, or empty when the vendor has nothing: no data (204), or market closed and
   * outside the plan (403, which the vendor does not tell apart).
   *
   * @throws SourceUnavailable on a refusal or a status that is neither
   */
  Optional<Fields> get(String path, Map<String, String> parameters) {
    Map<String, String> query = new HashMap<>(parameters);
    query.put("api_key", key);
    HttpSource.Answer answer = source.get(path, query);
    return switch (answer.status()) {
      case 200 -> Optional.of(object(path, answer.body()));
      case 204, 403 -> Optional.empty();
      case 401 -> throw new SourceUnavailable(path + ": the key is not known or not allowed this");
      case 429 -> throw new SourceUnavailable(path + ": too many requests for the plan");
      default -> throw new SourceUnavailable(path + " answered with status " + answer.status());
    };
  }

  private Fields object(String path, byte[] body) {
    try {
      Fields fields = Fields.of(body);
      if (fields.has("error")) {
        throw new SourceUnavailable(
            path + " refused: " + shown(fields.maybeText("message", 1_000).orElse("no reason")));
      }
      return fields;
    } catch (BadJson e) {
      throw new SourceUnavailable(
          path + " answered what is not the agreed JSON: " + shown(e.getMessage()));
    }
  }

  private String shown(String message) {
    String clean = message.replace(key, "***");
    return clean.substring(0, Math.min(LONGEST_MESSAGE, clean.length()));
  }
}
