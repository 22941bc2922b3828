package io.bitten.local.platform;

import io.bitten.local.engine.Doorbells;
import io.bitten.relay.CommandSource;
import java.time.Duration;
import java.util.List;

/**
 * A queue of commands that is asked when its bell rings. The relay's own long polls would have
 * ElasticMQ try again without a pause while an order's message is being worked on.
 *
 * @param queue the queue, asked without waiting
 * @param url its address
 */
record RungCommands(CommandSource queue, String url, Doorbells bells) implements CommandSource {
  private static final int MOST = 10;

  @Override
  public List<Delivery> receive(Duration longest) throws InterruptedException {
    bells.rings(url, longest.compareTo(Doorbells.UNRUNG) < 0 ? longest : Doorbells.UNRUNG);
    bells.hush(url);
    List<Delivery> deliveries = queue.receive(Duration.ZERO);
    if (deliveries.size() == MOST) {
      bells.ring(url);
    }
    return deliveries;
  }

  @Override
  public void done(Delivery delivery) {
    queue.done(delivery);
    // What waited behind it in its group may come now.
    bells.ring(url);
  }

  @Override
  public void later(Delivery delivery, Duration after) {
    queue.later(delivery, after);
  }

  @Override
  public void refuse(Delivery delivery) {
    queue.refuse(delivery);
    bells.ring(url);
  }
}
