package io.bitten.adapters.farm;

import io.bitten.adapters.json.Json;
import io.bitten.core.relay.Permit;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One farm over HTTP/1.1. The timeout covers the whole exchange with its body, which the client's
 * own does not; bodies are read to a limit; redirects are not followed. The client repeats no POST
 * by itself as long as {@code jdk.httpclient.enableAllMethodRetry} is not set.
 */
final class FarmHttp {
  private final FarmSettings settings;
  private final Outbound outbound;
  private volatile HttpClient client;

  FarmHttp(FarmSettings settings, Outbound outbound) {
    this.settings = settings;
    this.outbound = outbound;
    this.client = client();
  }

  /** Sends once. */
  FarmReply post(String path, byte[] json) {
    return post(path, json, Permit.always());
  }

  /** Sends once, unless the permit does not hold when the connection stands. */
  FarmReply post(String path, byte[] json, Permit permit) {
    PermittedBody body = new PermittedBody(json, permit);
    FarmReply reply =
        exchange(
            request(path).header("Content-Type", "application/json").POST(body).build(),
            settings.timeout());
    return body.withheld()
        ? new FarmReply.NotSent("what spoke for it ended before the first byte of its body")
        : reply;
  }

  /** Asks until there is an answer below 500, as often as the settings allow. */
  FarmReply get(String path) {
    FarmReply reply = new FarmReply.NotSent("never asked");
    for (int i = 0; i < settings.readTries(); i++) {
      reply = exchange(request(path).GET().build(), settings.readTimeout());
      if (reply instanceof FarmReply.Got got && got.status() < 500) {
        return reply;
      }
    }
    return reply;
  }

  /** Leaves every connection; calls under way may end as lost. */
  void reset() {
    HttpClient old = client;
    client = client();
    old.shutdownNow();
  }

  private FarmReply exchange(HttpRequest request, Duration timeout) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), Json.MAX_BYTES));
    try {
      HttpResponse<byte[]> got = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return unsent(got)
          ? new FarmReply.NotSent("the egress is closed")
          : new FarmReply.Got(got.statusCode(), got.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new FarmReply.Lost("no whole answer within " + timeout.toMillis() + " ms");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new FarmReply.Lost("interrupted while waiting for the answer");
    } catch (ExecutionException e) {
      return failed(e.getCause());
    }
  }

  /** Our own tunnel's word, which nobody else can say. */
  private boolean unsent(HttpResponse<byte[]> got) {
    return outbound instanceof Outbound.Through(var tunnel)
        && got.headers().firstValue(EgressTunnel.MARK).filter(tunnel.secret()::equals).isPresent();
  }

  private FarmReply failed(Throwable cause) {
    String why = why(cause);
    // A CONNECT is answered by our own tunnel alone: no byte of the request has left yet.
    boolean noTunnel = outbound instanceof Outbound.Through && why.contains("Tunnel failed");
    return noTunnel
            || cause instanceof ConnectException
            || cause instanceof HttpConnectTimeoutException
        ? new FarmReply.NotSent(why)
        : new FarmReply.Lost(why);
  }

  /** The client says nothing but the kind when nobody listens. */
  private String why(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    if (cause.getMessage() != null) {
      return name + ": " + cause.getMessage();
    }
    return cause instanceof ConnectException ? "no connection to " + settings.url() : name;
  }

  private HttpRequest.Builder request(String path) {
    String base = settings.url().toString();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path));
    return settings.token().isEmpty()
        ? request
        : request.header("Authorization", "Bearer " + settings.token());
  }

  private HttpClient client() {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER);
    return switch (outbound) {
      case Outbound.Straight straight -> builder.build();
      case Outbound.Through(var tunnel) ->
          builder.proxy(ProxySelector.of(tunnel.address())).build();
    };
  }
}
