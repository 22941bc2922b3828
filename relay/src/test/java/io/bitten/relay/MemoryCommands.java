package io.bitten.relay;

import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A queue of commands in memory that remembers what became of each. */
final class MemoryCommands implements CommandSource, CommandDoor {
  private final BlockingQueue<Delivery> queue = new LinkedBlockingQueue<>();
  private final Map<String, RelayCommand> commands = new ConcurrentHashMap<>();
  private final AtomicInteger given = new AtomicInteger();
  private final List<Delivery> done = new CopyOnWriteArrayList<>();
  private final List<Delivery> refused = new CopyOnWriteArrayList<>();

  void put(RelayCommand command) {
    String text = "command " + System.identityHashCode(this) + " " + commands.size();
    commands.put(text, command);
    queue.add(new Delivery(text, text));
  }

  void put(String garbage) {
    queue.add(new Delivery(garbage, garbage));
  }

  int done() {
    return done.size();
  }

  /** How often a message was given back to come again. */
  int given() {
    return given.get();
  }

  int refused() {
    return refused.size();
  }

  @Override
  public List<Delivery> receive(Duration longest) throws InterruptedException {
    Delivery next = queue.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    return next == null ? List.of() : List.of(next);
  }

  @Override
  public void done(Delivery delivery) {
    done.add(delivery);
  }

  @Override
  public void later(Delivery delivery, Duration after) {
    given.incrementAndGet();
    queue.add(delivery);
  }

  @Override
  public void refuse(Delivery delivery) {
    refused.add(delivery);
  }

  @Override
  public Read read(String text) {
    RelayCommand command = commands.get(text);
    return command == null ? new Read.Refused("MALFORMED", "no") : new Read.Genuine(command);
  }
}
