package io.bitten.adapters.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One HTTP call to the Bot API. The token is in the address, so no text here quotes the address.
 */
final class BotCalls {
  private static final int CONNECT_MS = 2_000;
  private static final int READ_MS = 5_000;
  private static final int MOST_BYTES = 1 << 20;

  private final URI api;
  private final String token;

  BotCalls(URI api, String token) {
    if (!token.matches("[A-Za-z0-9:_-]{1,200}")) {
      throw new IllegalArgumentException(
          "the bot token must be letters, digits, colon, _ or -, as BotFather gave it");
    }
    this.api = api;
    this.token = token;
  }

  BotAnswer call(String method, ObjectNode parameters) {
    try {
      byte[] body = parameters.toString().getBytes(StandardCharsets.UTF_8);
      HttpURLConnection connection = open(method);
      // Without a fixed length the JDK repeats a POST whose answer was lost, unseen.
      connection.setFixedLengthStreamingMode(body.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      return answer(method, connection);
    } catch (IOException e) {
      throw new TelegramUnavailable(method + ": " + e.getClass().getSimpleName());
    }
  }

  private HttpURLConnection open(String method) throws IOException {
    URI uri = URI.create(api + "/bot" + token + "/" + method);
    if (!(uri.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new IOException("not an http address");
    }
    connection.setRequestMethod("POST");
    connection.setConnectTimeout(CONNECT_MS);
    connection.setReadTimeout(READ_MS);
    connection.setInstanceFollowRedirects(false);
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    return connection;
  }

  private static BotAnswer answer(String method, HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    byte[] body = in == null ? new byte[0] : read(in);
    if (status >= 500 || status == 401 || status == 404) {
      throw new TelegramUnavailable(method + ": " + status);
    }
    try {
      return new BotAnswer(status, Fields.of(body));
    } catch (BadJson e) {
      throw new TelegramUnavailable(
          method + ": " + status + " with an answer that " + e.sentence());
    }
  }

  private static byte[] read(InputStream in) throws IOException {
    try (in) {
      return in.readNBytes(MOST_BYTES);
    }
  }
}
