package io.bitten.adapters.eventbridge;

import io.bitten.adapters.json.Json;
import io.bitten.core.Event;
import io.bitten.core.Events;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The bus on EventBridge: source {@code bitten}, the kind as detail-type, the event as detail. */
public final class EventBridgeEvents implements Events {
  static final String SOURCE = "bitten";

  /** The service's limit of one entry, bytes. */
  private static final int MAX_BYTES = 262_144;

  private final EventBridgeClient client;
  private final String bus;

  public EventBridgeEvents(EventBridgeClient client, String bus) {
    this.client = client;
    this.bus = bus;
  }

  @Override
  public void publish(Event event) {
    String detail = Json.write(event);
    int bytes = detail.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new IllegalStateException(
          "event %s has %d bytes, %d are the most"
              .formatted(event.header().id(), bytes, MAX_BYTES));
    }
    PutEventsRequestEntry entry =
        PutEventsRequestEntry.builder()
            .eventBusName(bus)
            .source(SOURCE)
            .detailType(Json.kindOf(event))
            .detail(detail)
            .build();
    PutEventsResponse answer = client.putEvents(put -> put.entries(entry));
    // The call succeeds even when the bus did not take the entry.
    if (answer.failedEntryCount() != 0) {
      PutEventsResultEntry failed = answer.entries().getFirst();
      throw new IllegalStateException(
          "the bus did not take event %s: %s %s"
              .formatted(event.header().id(), failed.errorCode(), failed.errorMessage()));
    }
  }
}
