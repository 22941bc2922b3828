package io.bitten.local.mt5;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.local.loopback.Answer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Bends the farm's answers as a test wants it. */
final class FarmFaults {
  private static final int MAX = 10_000;

  private final Map<String, Queue<FarmFault>> byPath = new HashMap<>();
  private final Queue<Work> late = new ConcurrentLinkedQueue<>();

  /** A call that was understood; running it has the effect and gives the answer. */
  @FunctionalInterface
  interface Work {
    Answer run();
  }

  synchronized void add(String path, FarmFault fault) {
    Queue<FarmFault> queue = byPath.computeIfAbsent(path, _ -> new ArrayDeque<>());
    if (queue.size() >= MAX) {
      throw new IllegalStateException("more than " + MAX + " faults for " + path);
    }
    queue.add(fault);
  }

  int releaseLate() {
    int released = 0;
    for (Work work = late.poll(); work != null; work = late.poll()) {
      work.run();
      released++;
    }
    return released;
  }

  Answer around(String path, Work work) {
    return switch (next(path)) {
      case FarmFault.DropRequest _ -> Answer.dropped();
      case FarmFault.DropReply _ -> {
        work.run();
        yield Answer.dropped();
      }
      case FarmFault.EffectAfterReply _ -> {
        late.add(work);
        yield Answer.dropped();
      }
      case FarmFault.ServerError _ -> error();
      case FarmFault.ServerErrorAfterEffect _ -> {
        work.run();
        yield error();
      }
      case FarmFault.RouteTimeout _ -> routeTimeout();
      case FarmFault.Delay(Duration duration) -> {
        LockSupport.parkNanos(duration.toNanos());
        yield work.run();
      }
    };
  }

  private synchronized FarmFault next(String path) {
    Queue<FarmFault> queue = byPath.get(path);
    return queue == null || queue.isEmpty() ? new FarmFault.Delay(Duration.ZERO) : queue.poll();
  }

  private static Answer error() {
    ObjectNode node = Wire.object();
    node.put("success", false).put("error", "Internal server error").putNull("ticket");
    return Answer.json(500, node.put("simulated", true));
  }

  private static Answer routeTimeout() {
    ObjectNode node = Wire.object();
    node.put("success", false).put("error", "Farm request timeout");
    node.put("fallback", "local_bridge").put("retry_count", 3);
    return Answer.json(200, node.put("simulated", true));
  }
}
