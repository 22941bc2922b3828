package io.bitten.local.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** DynamoDB Local's own handler, called without Jetty's connections and threads around it. */
final class TableDoor implements NearHttp.Door, AutoCloseable {
  private static final List<String> ANSWERED =
      List.of("Content-Type", "x-amzn-RequestId", "x-amz-crc32");

  /**
   * No virtual ones: a request waits for the database a dozen times, by monitors, and a virtual
   * thread is brought back from each by yet another thread.
   */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("tables-", 1).factory());

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
  TableDoor(ClassLoader loader, Object handler) {
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

  /** On a thread of its own: the engine takes an interrupt for a failure of its database. */
  @Override
  public NearHttp.Answer answer(Map<String, List<String>> headers, byte[] body) throws IOException {
    try {
      return threads.submit(() -> handled(headers, body)).get();
    } catch (RejectedExecutionException e) {
      throw new IOException("the table engine is closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted before the table engine answered");
    } catch (ExecutionException e) {
      throw new IOException("the table engine failed: " + e.getCause(), e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }

  private NearHttp.Answer handled(Map<String, List<String>> headers, byte[] body)
      throws InvocationTargetException, IllegalAccessException {
    Thread.currentThread().setContextClassLoader(loader);
    Told told = new Told(newFields.invoke(null));
    handle.invoke(handler, request(fields(headers), source(body)), response(told), noCallback);
    return told.answer();
  }

  private Object source(byte[] body) {
    return mirror.create(
        "org.eclipse.jetty.io.content.ByteBufferContentSource",
        (Object) new ByteBuffer[] {ByteBuffer.wrap(body)});
  }

  private Object fields(Map<String, List<String>> headers)
      throws InvocationTargetException, IllegalAccessException {
    Object fields = newFields.invoke(null);
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
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

  private Object response(Told told) {
    return Proxy.newProxyInstance(
        loader,
        new Class<?>[] {response},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getHeaders" -> told.headers;
              case "setStatus" -> told.status((int) arguments[0]);
              case "write" -> told.write((ByteBuffer) arguments[1]);
              default -> throw unforeseen(method);
            });
  }

  private static EngineProblem unforeseen(Method method) {
    return new EngineProblem("the table engine asks for " + method + ": another version?");
  }

  /** What the handler answers, as it comes. */
  private final class Told {
    private final Object headers;
    private int status = 200;
    private byte[] body = {};

    Told(Object headers) {
      this.headers = headers;
    }

    Object status(int code) {
      status = code;
      return null;
    }

    Object write(ByteBuffer bytes) {
      body = new byte[bytes.remaining()];
      bytes.get(body);
      return null;
    }

    NearHttp.Answer answer() throws InvocationTargetException, IllegalAccessException {
      Map<String, String> answered = new HashMap<>();
      for (String name : ANSWERED) {
        if (get.invoke(headers, name) instanceof String value) {
          answered.put(name, value);
        }
      }
      return new NearHttp.Answer(status, answered, body);
    }
  }
}
