package io.bitten.adapters.farm;

import io.bitten.core.relay.Permit;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request's body that is handed out at most once, and only while its permit holds. The client
 * asks for it when the connection stands: behind that come only its own buffers and the network. A
 * request without its body can open nothing.
 */
final class PermittedBody implements BodyPublisher {
  private final BodyPublisher json;
  private final Permit permit;
  private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.NOT_ASKED_FOR);

  private enum Fate {
    NOT_ASKED_FOR,
    HANDED_OUT,
    WITHHELD
  }

  PermittedBody(byte[] json, Permit permit) {
    this.json = BodyPublishers.ofByteArray(json);
    this.permit = permit;
  }

  /** Whether it was asked for and kept back; then none of it has left and none will. */
  boolean withheld() {
    return fate.get() == Fate.WITHHELD;
  }

  @Override
  public long contentLength() {
    return json.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    Fate now = permit.holds() ? Fate.HANDED_OUT : Fate.WITHHELD;
    if (fate.compareAndSet(Fate.NOT_ASKED_FOR, now) && now == Fate.HANDED_OUT) {
      json.subscribe(subscriber);
    } else {
      subscriber.onSubscribe(NOTHING);
      subscriber.onError(new IOException("the body is withheld"));
    }
  }

  private static final Flow.Subscription NOTHING =
      new Flow.Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
      };
}
