package io.bitten.adapters.farm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A farm of raw sockets that answers each path as told, cuts where told, and counts. */
final class TinyFarm implements AutoCloseable {
  /** Where the connection ends. */
  enum Cut {
    AT_ONCE,
    IN_THE_REQUEST,
    AFTER_THE_REQUEST,
    IN_THE_STATUS_LINE,
    AFTER_THE_HEADERS,
    IN_THE_BODY,
    STALLS_BEFORE_THE_ANSWER,
    STALLS_IN_THE_BODY,
    NEVER
  }

  /** One request as it came. */
  record Request(String path, String headers, String body) {}

  private record Told(Cut cut, int status, String body) {}

  private final ServerSocket server;
  private final Map<String, Told> told = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch connected = new CountDownLatch(1);
  private final CountDownLatch stalls = new CountDownLatch(1);
  private final List<Socket> stalled = new CopyOnWriteArrayList<>();

  TinyFarm() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  void answer(String path, int status, String body) {
    told.put(path, new Told(Cut.NEVER, status, body));
  }

  void cut(String path, Cut cut) {
    told.put(path, new Told(cut, 200, "{\"success\": true, \"ticket\": 5, \"price\": 1.1}"));
  }

  /** Whether anybody connects within some seconds. */
  boolean connected() {
    return came(connected);
  }

  /** Returns once it has stopped in the midst of an answer. */
  void awaitStall() {
    if (!came(stalls)) {
      throw new AssertionError("nothing has stalled");
    }
  }

  private static boolean came(CountDownLatch what) {
    try {
      return what.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  long count(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).count();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : stalled) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connected.countDown();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try {
      Request request = read(socket.getInputStream());
      String[] words = request.path().split("[ ?]");
      // Behind a proxy the whole address stands there.
      String path = words.length > 1 ? words[1].replaceFirst("^http://[^/]*", "") : "/execute";
      requests.add(new Request(path, request.headers(), request.body()));
      Told what = told.getOrDefault(path, new Told(Cut.NEVER, 404, "{}"));
      write(socket, what);
    } catch (IOException e) {
      stalled.add(socket);
    }
  }

  private Request read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("ended");
      }
      head.write(next);
      if (told.values().stream().anyMatch(one -> one.cut() == Cut.AT_ONCE)) {
        break;
      }
    }
    String headers = head.toString(StandardCharsets.UTF_8);
    String line = headers.lines().findFirst().orElse("");
    int length =
        headers
            .lines()
            .filter(one -> one.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
            .map(one -> Integer.parseInt(one.substring(15).strip()))
            .findFirst()
            .orElse(0);
    boolean part = told.values().stream().anyMatch(one -> one.cut() == Cut.IN_THE_REQUEST);
    byte[] body = in.readNBytes(part ? Math.min(length, 3) : length);
    return new Request(line, headers, new String(body, StandardCharsets.UTF_8));
  }

  private void write(Socket socket, Told what) throws IOException {
    byte[] body = what.body().getBytes(StandardCharsets.UTF_8);
    String head =
        ("HTTP/1.1 %d x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
                + "Connection: close\r\n%s\r\n")
            .formatted(
                what.status(),
                body.length,
                what.status() / 100 == 3 ? "Location: /elsewhere\r\n" : "");
    byte[] all = (head + what.body()).getBytes(StandardCharsets.UTF_8);
    int sent =
        switch (what.cut()) {
          case AT_ONCE, IN_THE_REQUEST, AFTER_THE_REQUEST, STALLS_BEFORE_THE_ANSWER -> 0;
          case IN_THE_STATUS_LINE -> 7;
          case AFTER_THE_HEADERS -> head.length();
          case IN_THE_BODY, STALLS_IN_THE_BODY -> head.length() + 5;
          case NEVER -> all.length;
        };
    socket.getOutputStream().write(all, 0, sent);
    socket.getOutputStream().flush();
    if (what.cut() == Cut.STALLS_BEFORE_THE_ANSWER || what.cut() == Cut.STALLS_IN_THE_BODY) {
      stalled.add(socket);
      stalls.countDown();
    } else {
      socket.close();
    }
  }
}
