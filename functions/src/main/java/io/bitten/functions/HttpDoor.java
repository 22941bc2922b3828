package io.bitten.functions;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Reads an HTTP event, answers it, and writes the answer; a stranger's bytes never end in a 5xx.
 */
public final class HttpDoor {
  private static final Logger LOG = LoggerFactory.getLogger(HttpDoor.class);
  private static final long RETRY_SECONDS = 2;

  private HttpDoor() {}

  public static void serve(InputStream in, OutputStream out, Function<HttpEvent, HttpReply> answer)
      throws IOException {
    reply(in, answer).write(out);
  }

  private static HttpReply reply(InputStream in, Function<HttpEvent, HttpReply> answer)
      throws IOException {
    HttpEvent event;
    try {
      event = HttpEvent.read(in);
    } catch (NotHttp e) {
      LOG.warn("refused an event: {}", e.getMessage());
      return HttpReply.problem(400, "NOT_HTTP", e.getMessage());
    }
    MDC.put(Payload.FOLLOWED, event.requestId());
    try {
      return answer.apply(event);
    } catch (RuntimeException e) {
      // The last line of the door: a broken world becomes back-pressure that the sender
      // understands.
      LOG.error("{} {} failed", event.method(), event.path(), e);
      return HttpReply.problem(503, "UNAVAILABLE", "Please try again in a moment.")
          .after(RETRY_SECONDS);
    } finally {
      MDC.remove(Payload.FOLLOWED);
    }
  }
}
