package io.bitten.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
  private final Consumer<World> read;
  private final String event;

  private Priming(RequestStreamHandler handler, Start start, Consumer<World> read, String event) {
    this.handler = handler;
    this.start = start;
    this.read = read;
    this.event = event;
  }

  /** An HTTP request that every door refuses after looking at it. */
  public static Priming door(RequestStreamHandler handler, Start start, String path) {
    return keep(
        new Priming(
            handler,
            start,
            Priming::inbox,
            "{\"rawPath\":\""
                + path
                + "\",\"headers\":{\"content-type\":\"application/json\"},\"body\":\"{}\","
                + "\"requestContext\":{\"requestId\":\"priming\",\"http\":{\"method\":\"POST\"}}}"));
  }

  /** A batch without messages, and a look into the inbox. */
  public static Priming queue(RequestStreamHandler handler, Start start) {
    return queue(handler, start, Priming::inbox);
  }

  /**
   * A batch without messages.
   *
   * @param read asks the database for something the function's role may read
   */
  public static Priming queue(RequestStreamHandler handler, Start start, Consumer<World> read) {
    return keep(new Priming(handler, start, read, "{\"Records\":[]}"));
  }

  private static void inbox(World world) {
    world.inbox().seen("priming", "0");
  }

  private static synchronized Priming keep(Priming priming) {
    KEPT.add(priming);
    Core.getGlobalContext().register(priming);
    return priming;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
    read.accept(start.world());
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
