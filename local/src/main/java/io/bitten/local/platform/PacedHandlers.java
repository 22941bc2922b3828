package io.bitten.local.platform;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.functions.score.ScoreHandler;
import io.bitten.local.market.Engagement;
import io.bitten.local.runtime.HandlerFactory;
import java.util.concurrent.atomic.AtomicLong;

/** Real time while the market is scored, so that a signal is not old before it is announced. */
record PacedHandlers(HandlerFactory handlers, Engagement engagement) implements HandlerFactory {
  private static final AtomicLong RUNS = new AtomicLong();

  @Override
  public RequestStreamHandler create(String className) {
    RequestStreamHandler handler = handlers.create(className);
    if (!className.equals(ScoreHandler.class.getName())) {
      return handler;
    }
    return (in, out, context) -> {
      String run = "scoring-" + RUNS.incrementAndGet();
      engagement.hold(run);
      try {
        handler.handleRequest(in, out, context);
      } finally {
        engagement.release(run);
      }
    };
  }
}
