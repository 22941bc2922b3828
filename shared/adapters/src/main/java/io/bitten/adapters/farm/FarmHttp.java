package io.bitten.adapters.farm;

import io.bitten.adapters.json.Json;
import io.bitten.core.relay.Permit;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * One farm over HTTP/1.1. The timeout covers the whole exchange with its body, which the client's
 * own does not; bodies are read to a limit.
 */
final class FarmHttp {
  private static final ContentType JSON = ContentType.create("application/json");

  private final FarmSettings settings;
  private final Egress egress;
  private final Alarm alarm;
  private volatile CloseableHttpClient client;

  /** Ends a call whose time is up. */
  interface Alarm {
    /** Runs it after so long, unless it is cancelled before. */
    Future<?> after(Duration time, Runnable end);
  }

  FarmHttp(FarmSettings settings, Egress egress) {
    this(
        settings,
        egress,
        (time, end) ->
            ForkJoinPool.commonPool().schedule(end, time.toMillis(), TimeUnit.MILLISECONDS));
  }

  FarmHttp(FarmSettings settings, Egress egress, Alarm alarm) {
    this.settings = settings;
    this.egress = egress;
    this.alarm = alarm;
    this.client = client();
  }

  /** Sends once. */
  FarmReply post(String path, byte[] json) {
    return post(path, json, Permit.always());
  }

  /** Sends once, unless the permit does not hold when the connection stands. */
  FarmReply post(String path, byte[] json, Permit permit) {
    HttpPost request = new HttpPost(uri(path));
    request.setEntity(new ByteArrayEntity(json, JSON));
    return exchange(request, permit, settings.timeout());
  }

  /** Asks until there is an answer below 500, as often as the settings allow. */
  FarmReply get(String path) {
    FarmReply reply = new FarmReply.NotSent("never asked");
    for (int i = 0; i < settings.readTries(); i++) {
      reply = exchange(new HttpGet(uri(path)), Permit.always(), settings.readTimeout());
      if (reply instanceof FarmReply.Got got && got.status() < 500) {
        return reply;
      }
    }
    return reply;
  }

  /** Leaves every connection; calls under way may end as lost. */
  void reset() {
    CloseableHttpClient old = client;
    client = client();
    old.close(CloseMode.IMMEDIATE);
  }

  /**
   * A wait for a socket is broken off by an interrupt on a virtual thread alone: on any other one
   * waits in the caller's place.
   */
  private FarmReply exchange(HttpUriRequestBase request, Permit permit, Duration timeout) {
    if (Thread.currentThread().isVirtual()) {
      return carry(request, permit, timeout);
    }
    FutureTask<FarmReply> task = new FutureTask<>(() -> carry(request, permit, timeout));
    Thread.ofVirtual().name("farm").start(task);
    try {
      return task.get();
    } catch (InterruptedException e) {
      request.cancel();
      Thread.currentThread().interrupt();
      return new FarmReply.Lost("interrupted while waiting for the answer");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call to the farm failed by itself", e.getCause());
    }
  }

  private FarmReply carry(HttpUriRequestBase request, Permit permit, Duration timeout) {
    if (!settings.token().isEmpty()) {
      request.setHeader("Authorization", "Bearer " + settings.token());
    }
    FarmExchange exchange = new FarmExchange(permit);
    Future<?> end = alarm.after(timeout, request::cancel);
    try {
      return client.execute(request, exchange.context(), FarmHttp::got);
    } catch (IOException e) {
      return exchange.without(why(e, request, timeout));
    } catch (IllegalStateException e) {
      // The pool of a client that was left meanwhile says so.
      return exchange.without(String.valueOf(e.getMessage()));
    } finally {
      end.cancel(false);
    }
  }

  private static FarmReply got(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() == null) {
      return new FarmReply.Got(response.getCode(), new byte[0]);
    }
    byte[] body = response.getEntity().getContent().readNBytes(Json.MAX_BYTES + 1);
    if (body.length > Json.MAX_BYTES) {
      throw new IOException("more than " + Json.MAX_BYTES + " bytes were answered");
    }
    return new FarmReply.Got(response.getCode(), body);
  }

  private String why(IOException cause, HttpUriRequestBase request, Duration timeout) {
    if (request.isCancelled() || cause instanceof SocketTimeoutException) {
      return "no whole answer within " + timeout.toMillis() + " ms";
    }
    return cause instanceof EgressDialer.Unreached
        ? "no connection to " + settings.url() + ": " + cause.getMessage()
        : cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  private URI uri(String path) {
    String base = settings.url().toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }

  private CloseableHttpClient client() {
    return FarmClients.by(egress, settings.connectTimeout(), settings.timeout());
  }
}
