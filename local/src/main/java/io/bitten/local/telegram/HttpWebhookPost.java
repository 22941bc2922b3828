package io.bitten.local.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Webhook calls over HTTP, to this machine only. Redirects are not followed. */
public final class HttpWebhookPost implements WebhookPost, AutoCloseable {
  static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Telegram gives up on a silent connection after this. */
  static final Duration TIMEOUT = Duration.ofSeconds(60);

  static final int MAX_ANSWER_BYTES = 1 << 20;
  private static final int MAX_RETRY_DIGITS = 9;
  private static final int MOST_CALLS = 100;

  private static final ContentType JSON = ContentType.create("application/json");

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final CloseableHttpClient client =
      HttpClients.custom()
          .setConnectionManager(
              PoolingHttpClientConnectionManagerBuilder.create()
                  .setMaxConnPerRoute(MOST_CALLS)
                  .setMaxConnTotal(MOST_CALLS)
                  .setDefaultConnectionConfig(
                      ConnectionConfig.custom()
                          .setConnectTimeout(Timeout.of(CONNECT_TIMEOUT))
                          .build())
                  .build())
          .setDefaultRequestConfig(
              RequestConfig.custom()
                  .setResponseTimeout(Timeout.of(TIMEOUT))
                  .setProtocolUpgradeEnabled(false)
                  .setAuthenticationEnabled(false)
                  .build())
          .disableAutomaticRetries()
          .disableRedirectHandling()
          .disableContentCompression()
          .disableCookieManagement()
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
    HttpPost request = new HttpPost(webhook.url());
    request.setEntity(new ByteArrayEntity(json.getBytes(StandardCharsets.UTF_8), JSON));
    if (!webhook.secret().isEmpty()) {
      request.setHeader("X-Telegram-Bot-Api-Secret-Token", webhook.secret());
    }
    try {
      return client.execute(request, HttpWebhookPost::read);
    } catch (SocketTimeoutException late) {
      return new Unreachable("Read timeout expired");
    } catch (ConnectException refused) {
      return new Unreachable("Connection refused");
    } catch (IOException broken) {
      return new Unreachable("Connection closed: " + broken.getClass().getSimpleName());
    } catch (IllegalStateException stopping) {
      return new Unreachable("Connection closed");
    }
  }

  private static Reply read(ClassicHttpResponse response) throws IOException {
    byte[] bytes =
        response.getEntity() == null
            ? new byte[0]
            : response.getEntity().getContent().readNBytes(MAX_ANSWER_BYTES + 1);
    String body = bytes.length > MAX_ANSWER_BYTES ? "" : new String(bytes, StandardCharsets.UTF_8);
    String wait = header(response, "Retry-After");
    return new Answered(
        response.getCode(),
        wait.matches("[0-9]{1," + MAX_RETRY_DIGITS + "}") ? Long.parseLong(wait) : 0,
        header(response, "Content-Type"),
        body);
  }

  private static String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? "" : header.getValue();
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
    callers.shutdownNow();
  }
}
