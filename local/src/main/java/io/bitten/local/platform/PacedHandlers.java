package io.bitten.local.platform;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.market.Timeframe;
import io.bitten.functions.news.NewsHandler;
import io.bitten.functions.score.ScoreHandler;
import io.bitten.functions.sweep.SweepHandler;
import io.bitten.local.market.Engagement;
import io.bitten.local.runtime.HandlerFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The timers' handlers while the market plays fast. A minute in which no candle closed needs no
 * scoring; sweeps and news run once a real second; and the replay waits for the scoring of every
 * candle, so that its signals are the same at any speed. At real time every tick runs, as in the
 * cloud.
 */
record PacedHandlers(
    HandlerFactory handlers, Engagement engagement, InstantSource time, Timeframe timeframe)
    implements HandlerFactory {
  private static final long SECOND = 1_000_000_000L;

  /** After a candle's close the scoring's timer ticks within this time. */
  private static final Duration TICK = Duration.ofSeconds(61);

  private static final AtomicLong RUNS = new AtomicLong();

  @Override
  public RequestStreamHandler create(String className) {
    RequestStreamHandler handler = handlers.create(className);
    if (className.equals(ScoreHandler.class.getName())) {
      return onNewCandles(handler);
    }
    boolean housekeeping =
        className.equals(SweepHandler.class.getName())
            || className.equals(NewsHandler.class.getName());
    return housekeeping ? oncePerSecond(handler) : handler;
  }

  private RequestStreamHandler onNewCandles(RequestStreamHandler handler) {
    AtomicLong scored = new AtomicLong(Long.MIN_VALUE);
    engagement.runTo(time.instant());
    return (in, out, context) -> {
      long candle = candle(time.instant());
      if (scored.get() == candle && !engagement.engaged()) {
        return;
      }
      String run = "scoring-" + RUNS.incrementAndGet();
      engagement.hold(run);
      try {
        handler.handleRequest(in, out, context);
        scored.set(candle);
        engagement.runTo(closeOf(candle).plus(TICK));
      } catch (IOException | RuntimeException e) {
        engagement.runTo(time.instant().plus(TICK));
        throw e;
      } finally {
        engagement.release(run);
      }
    };
  }

  private RequestStreamHandler oncePerSecond(RequestStreamHandler handler) {
    AtomicLong next = new AtomicLong(System.nanoTime());
    return (in, out, context) -> {
      if (!engagement.engaged() && System.nanoTime() - next.get() < 0) {
        return;
      }
      next.set(System.nanoTime() + SECOND);
      handler.handleRequest(in, out, context);
    };
  }

  private Instant closeOf(long candle) {
    return Instant.ofEpochSecond((candle + 1) * timeframe.length().toSeconds());
  }

  private long candle(Instant now) {
    return now.getEpochSecond() / timeframe.length().toSeconds();
  }
}
