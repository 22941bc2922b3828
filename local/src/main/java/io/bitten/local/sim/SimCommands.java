package io.bitten.local.sim;

import io.bitten.core.order.RelayCommand;
import io.bitten.relay.CommandDoor;
import io.bitten.relay.CommandSource;
import java.time.Duration;
import java.util.List;

/** One queue of commands as a relay's process takes from it. */
final class SimCommands implements CommandSource {
  private static final int BATCH = 10;

  private final FifoQueue<String> queue;
  private final CommandDoor door;
  private final SimProcess process;
  private final Checks checks;
  private final Mutant mutant;

  SimCommands(FifoQueue<String> queue, CommandDoor door, Taker taker) {
    this.queue = queue;
    this.door = door;
    this.process = taker.process();
    this.checks = taker.scene().stage().checks();
    this.mutant = taker.scene().mutant();
  }

  /** Who takes, and where. */
  record Taker(SimProcess process, Scene scene) {}

  /** What there is now; waiting is the loop's part. */
  @Override
  public List<Delivery> receive(Duration longest) {
    List<FifoQueue.Message<String>> taken = queue.receive(BATCH);
    if (taken.isEmpty()) {
      return List.of();
    }
    return taken.stream().map(message -> new Delivery(message.receipt(), message.body())).toList();
  }

  @Override
  public void done(Delivery delivery) {
    process.before("Queue.delete");
    if (door.read(delivery.text()) instanceof CommandDoor.Read.Genuine genuine) {
      switch (genuine.command()) {
        case RelayCommand.Open open -> checks.messages().done(open.order());
        case RelayCommand.SetHalt halt -> process.told(halt.halt());
        case RelayCommand.Close close -> {}
        case RelayCommand.CloseAll all -> {}
        case RelayCommand.Restart restart -> {}
      }
    }
    queue.done(delivery.receipt());
    process.after("Queue.delete");
  }

  @Override
  public void later(Delivery delivery, Duration after) {
    if (mutant == Mutant.WAITING_IS_DONE) {
      done(delivery);
      return;
    }
    process.before("Queue.later");
    queue.later(delivery.receipt(), after);
    process.after("Queue.later");
  }

  @Override
  public void refuse(Delivery delivery) {
    process.before("Queue.refuse");
    queue.bury(delivery.receipt());
    process.after("Queue.refuse");
  }
}
