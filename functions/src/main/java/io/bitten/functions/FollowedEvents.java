package io.bitten.functions;

import io.bitten.adapters.json.Json;
import io.bitten.core.Event;
import io.bitten.core.Events;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Leaves a log line for every event the bus has taken: under the event's own correlation id, and
 * naming what the step that told it is logged under.
 */
final class FollowedEvents implements Events {
  private static final Logger LOG = LoggerFactory.getLogger(FollowedEvents.class);

  private final Events bus;

  FollowedEvents(Events bus) {
    this.bus = bus;
  }

  @Override
  public void publish(Event event) {
    bus.publish(event);
    String step = MDC.get(Payload.FOLLOWED);
    MDC.put(Payload.FOLLOWED, event.header().correlation().value());
    LOG.info(
        "told the bus {} {} in the step of {}",
        Json.kindOf(event),
        event.header().id(),
        Objects.requireNonNullElse(step, "a timer"));
    if (step == null) {
      MDC.remove(Payload.FOLLOWED);
    } else {
      MDC.put(Payload.FOLLOWED, step);
    }
  }
}
