package io.bitten.local.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;

/**
 * HTTP without a socket: what an SDK's client sends goes to DynamoDB Local's own handler, on the
 * thread that asks. Request and answer are the bytes and headers that the socket would carry; only
 * Jetty's connections and threads are left out, which take longer than the engine itself.
 */
final class TableWire implements SdkHttpClient {
  private static final List<String> ANSWERED =
      List.of("Content-Type", "x-amzn-RequestId", "x-amz-crc32");

  private final ClassLoader loader;
  private final Object handler;
  private final Object noCallback;
  private final Mirror mirror;
  private final Class<?> request;
  private final Class<?> response;
  private final Method handle;
  private final Method newFields;
  private final Method put;
  private final Method get;
  private final Method read;

  /**
   * @param handler the engine's handler, of a started server
   */
  TableWire(ClassLoader loader, Object handler) {
    this.loader = loader;
    this.handler = handler;
    this.mirror = new Mirror(loader);
    this.request = mirror.type("org.eclipse.jetty.server.Request");
    this.response = mirror.type("org.eclipse.jetty.server.Response");
    Class<?> callback = mirror.type("org.eclipse.jetty.util.Callback");
    Class<?> fields = mirror.type("org.eclipse.jetty.http.HttpFields");
    Class<?> mutable = mirror.type("org.eclipse.jetty.http.HttpFields$Mutable");
    this.noCallback = Mirror.constant(callback, "NOOP");
    this.handle = Mirror.method(handler.getClass(), "handle", request, response, callback);
    this.newFields = Mirror.method(fields, "build");
    this.put = Mirror.method(mutable, "put", String.class, String.class);
    this.get = Mirror.method(fields, "get", String.class);
    this.read = Mirror.method(mirror.type("org.eclipse.jetty.io.Content$Source"), "read");
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest asked) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answer(asked);
      }

      @Override
      public void abort() {
        // There is no connection to cut; the engine's answer is never long in coming.
      }
    };
  }

  private HttpExecuteResponse answer(HttpExecuteRequest asked) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Object body = body(asked);
      Object headers = headers(asked.httpRequest().headers());
      Answer answer = new Answer(newFields.invoke(null));
      handle.invoke(handler, request(headers, body), response(answer), noCallback);
      return answer.toHttp();
    } catch (InvocationTargetException e) {
      throw new IOException("the table engine failed: " + e.getCause(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new EngineProblem("the table engine's handler cannot be called", e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Object body(HttpExecuteRequest asked) throws IOException {
    byte[] bytes = {};
    if (asked.contentStreamProvider().isPresent()) {
      try (InputStream in = asked.contentStreamProvider().get().newStream()) {
        bytes = in.readAllBytes();
      }
    }
    return mirror.create(
        "org.eclipse.jetty.io.content.ByteBufferContentSource",
        (Object) new ByteBuffer[] {ByteBuffer.wrap(bytes)});
  }

  private Object headers(Map<String, List<String>> all)
      throws InvocationTargetException, IllegalAccessException {
    Object fields = newFields.invoke(null);
    for (Map.Entry<String, List<String>> header : all.entrySet()) {
      put.invoke(fields, header.getKey(), header.getValue().getFirst());
    }
    return fields;
  }

  private Object request(Object headers, Object body) {
    return Proxy.newProxyInstance(
        loader,
        new Class<?>[] {request},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getHeaders" -> headers;
              case "getMethod" -> "POST";
              case "read" -> read.invoke(body);
              default -> throw unforeseen(method);
            });
  }

  private Object response(Answer answer) {
    return Proxy.newProxyInstance(
        loader,
        new Class<?>[] {response},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getHeaders" -> answer.headers;
              case "setStatus" -> answer.status((int) arguments[0]);
              case "write" -> answer.write((ByteBuffer) arguments[1]);
              default -> throw unforeseen(method);
            });
  }

  private static EngineProblem unforeseen(Method method) {
    return new EngineProblem("the table engine asks for " + method + ": another version?");
  }

  @Override
  public void close() {
    // The engine is closed by whoever started it.
  }

  /** What the handler answers, as it comes. */
  private final class Answer {
    private final Object headers;
    private int status = 200;
    private byte[] body = {};

    Answer(Object headers) {
      this.headers = headers;
    }

    Object status(int told) {
      status = told;
      return null;
    }

    Object write(ByteBuffer bytes) {
      body = new byte[bytes.remaining()];
      bytes.get(body);
      return null;
    }

    HttpExecuteResponse toHttp() throws InvocationTargetException, IllegalAccessException {
      SdkHttpFullResponse.Builder http =
          SdkHttpFullResponse.builder()
              .statusCode(status)
              .putHeader("Content-Length", String.valueOf(body.length));
      for (String name : ANSWERED) {
        Optional.ofNullable((String) get.invoke(headers, name))
            .ifPresent(value -> http.putHeader(name, value));
      }
      return HttpExecuteResponse.builder()
          .response(http.build())
          .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
          .build();
    }
  }
}
