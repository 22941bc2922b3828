package io.bitten.functions.alert;

import io.bitten.core.Event;
import io.bitten.core.World;
import io.bitten.core.alert.AlertDesk;
import io.bitten.functions.Measures;
import io.bitten.functions.Payload;
import io.bitten.functions.Settings;
import io.bitten.functions.SqsMessage;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One signal from the bus becomes its alerts; how old it was then is measured. */
final class AlertStep {
  private static final Logger LOG = LoggerFactory.getLogger(AlertStep.class);

  private final World world;
  private final AlertDesk desk;

  AlertStep(World world, Settings settings) {
    this.world = world;
    this.desk = new AlertDesk(world, settings.rules(), settings.chat());
  }

  void handle(SqsMessage message) {
    if (Payload.event(message) instanceof Event.SignalGenerated event) {
      int alerts = desk.alert(event);
      Duration age = Duration.between(event.signal().createdAt(), world.time().instant());
      Measures.took("signal_latency", age, "pair", event.signal().symbol().code());
      LOG.info("signal {} made {} alerts", event.signal().id(), alerts);
    }
  }
}
