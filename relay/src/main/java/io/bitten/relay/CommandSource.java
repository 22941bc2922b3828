package io.bitten.relay;

import java.time.Duration;
import java.util.List;

/** A queue of commands for this relay. A message comes again until it is done. */
public interface CommandSource {

  /** One message as it was received. */
  record Delivery(String receipt, String text) {}

  /** At most ten messages; waits at most so long for the first, and may return none. */
  List<Delivery> receive(Duration longest) throws InterruptedException;

  /** The message has had its effect and does not come again. */
  void done(Delivery delivery);

  /** The message comes again after the given time. */
  void later(Delivery delivery, Duration after);

  /** Nobody can handle the message: it goes to the dead letters. */
  void refuse(Delivery delivery);
}
