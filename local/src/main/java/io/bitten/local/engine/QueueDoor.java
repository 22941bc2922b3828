package io.bitten.local.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/**
 * A client's way to ElasticMQ's queues without its HTTP, which takes several times as long as they
 * do. What they have no answer for goes to its HTTP after all.
 */
final class QueueDoor implements SdkHttpClient {
  private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
  private static final int MOST_CONNECTIONS = 100;
  private static final int OK = 200;

  private final Queues queues;
  private final SdkHttpClient far =
      Apache5HttpClient.builder()
          .connectionTimeout(CONNECT_TIMEOUT)
          .socketTimeout(READ_TIMEOUT)
          .maxConnections(MOST_CONNECTIONS)
          .build();

  QueueDoor(Queues queues) {
    this.queues = queues;
  }

  /** An action of SQS and its members to those of the answer. */
  interface Queues {
    /** Empty, and nothing done, where only the engine's HTTP has an answer. */
    CompletableFuture<Optional<Map<String, Object>>> answer(
        String action, Map<String, Object> request);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest asked) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        Optional<Map<String, Object>> answer = near(asked);
        return answer.isPresent()
            ? NearHttp.response(
                new NearHttp.Answer(OK, Map.of(), JSON.writeValueAsBytes(answer.get())))
            : far.prepareRequest(asked).call();
      }

      @Override
      public void abort() {
        // Whoever waits is interrupted.
      }
    };
  }

  private Optional<Map<String, Object>> near(HttpExecuteRequest asked) throws IOException {
    String target = asked.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
    String action = target.substring(target.indexOf('.') + 1);
    try {
      return queues.answer(action, JSON.readValue(NearHttp.body(asked), MEMBERS)).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted before the queue engine answered");
    } catch (ExecutionException e) {
      throw new IOException(action + " failed in the queue engine: " + e.getCause(), e.getCause());
    }
  }

  /** A client that is closed leaves the door to the others; the engine {@link #shut}s it. */
  @Override
  public void close() {
    // Nothing of it belongs to one client.
  }

  void shut() {
    far.close();
  }
}
