package io.bitten.local.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** Webhook calls over HTTP, to this machine only. Redirects are not followed. */
public final class HttpWebhookPost implements WebhookPost, AutoCloseable {
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Telegram gives up on a silent connection after this. */
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  static final int MAX_ANSWER_BYTES = 1 << 20;
  private static final int MAX_RETRY_DIGITS = 9;

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  @Override
  public void post(Webhook webhook, String json, Consumer<Reply> done) {
    try {
      callers.execute(() -> done.accept(call(webhook, json)));
    } catch (RejectedExecutionException closed) {
      done.accept(new Unreachable("Connection closed"));
    }
  }

  private Reply call(Webhook webhook, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(webhook.url()))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (!webhook.secret().isEmpty()) {
      request.header("X-Telegram-Bot-Api-Secret-Token", webhook.secret());
    }
    try {
      return read(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (HttpTimeoutException late) {
      return new Unreachable("Read timeout expired");
    } catch (ConnectException refused) {
      return new Unreachable("Connection refused");
    } catch (IOException broken) {
      return new Unreachable("Connection closed: " + broken.getClass().getSimpleName());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Unreachable("Connection closed");
    }
  }

  private static Reply read(HttpResponse<InputStream> response) throws IOException {
    try (InputStream stream = response.body()) {
      byte[] bytes = stream.readNBytes(MAX_ANSWER_BYTES + 1);
      String body =
          bytes.length > MAX_ANSWER_BYTES ? "" : new String(bytes, StandardCharsets.UTF_8);
      String wait = response.headers().firstValue("Retry-After").orElse("");
      return new Answered(
          response.statusCode(),
          wait.matches("[0-9]{1," + MAX_RETRY_DIGITS + "}") ? Long.parseLong(wait) : 0,
          response.headers().firstValue("Content-Type").orElse(""),
          body);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    callers.shutdownNow();
  }
}
