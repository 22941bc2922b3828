package io.bitten.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Runs one whole harmless request through a handler before SnapStart takes its picture, so that the
 * first request after a restore finds everything loaded.
 */
public final class Priming implements Resource {
  // The CRaC context holds its resources weakly.
  private static final List<Priming> KEPT = new ArrayList<>();

  private final RequestStreamHandler handler;
  private final Start start;
  private final String event;

  private Priming(RequestStreamHandler handler, Start start, String event) {
    this.handler = handler;
    this.start = start;
    this.event = event;
  }

  /** An HTTP request that every door refuses after looking at it. */
  public static void door(RequestStreamHandler handler, Start start, String path) {
    keep(
        new Priming(
            handler,
            start,
            "{\"rawPath\":\""
                + path
                + "\",\"headers\":{\"content-type\":\"application/json\"},\"body\":\"{}\","
                + "\"requestContext\":{\"requestId\":\"priming\",\"http\":{\"method\":\"POST\"}}}"));
  }

  /** A batch without messages. */
  public static void queue(RequestStreamHandler handler, Start start) {
    keep(new Priming(handler, start, "{\"Records\":[]}"));
  }

  private static synchronized void keep(Priming priming) {
    KEPT.add(priming);
    Core.getGlobalContext().register(priming);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
    start.world().inbox().seen("priming", "0");
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        OutputStream.nullOutputStream(),
        null);
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing to do: clients connect anew, secrets are read again after five minutes.
  }
}
