package io.bitten.core.contract;

import io.bitten.core.Some;
import io.bitten.core.World;
import io.bitten.core.memory.ManualTime;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** What a port promises, for every implementation. Each test gets an empty world of its own. */
public abstract class PortContract {
  protected final ManualTime time = new ManualTime(Some.NOW);
  protected World world;

  /** An empty world on the given clock. */
  protected abstract World world(InstantSource clock);

  @BeforeEach
  void begin() {
    world = world(time);
  }

  /** Runs the same thing many times at once and answers all results. */
  protected static <T> List<T> atOnce(int times, Callable<T> one) {
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(times, 32))) {
      List<Future<T>> running =
          IntStream.range(0, times).mapToObj(number -> threads.submit(one)).toList();
      return running.stream().map(PortContract::result).toList();
    }
  }

  private static <T> T result(Future<T> running) {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
