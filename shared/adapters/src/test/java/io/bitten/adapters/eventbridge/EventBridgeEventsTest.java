package io.bitten.adapters.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.json.Json;
import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

final class EventBridgeEventsTest {
  private final Bus bus = new Bus();
  private final EventBridgeEvents events = new EventBridgeEvents(bus, "bitten-test");

  @Test
  void every_event_goes_out_under_its_own_name() {
    SomeKinds.events().forEach(events::publish);

    assertThat(bus.taken.stream().map(PutEventsRequestEntry::detailType))
        .containsExactly(
            "news_alert",
            "signal_generated",
            "fire_refused",
            "order_placed",
            "order_changed",
            "trade_executed",
            "trade_closed",
            "orphan_changed",
            "close_lapsed",
            "close_lapsed",
            "emergency_stop",
            "halt_reached",
            "user_upgraded");
    assertThat(bus.taken)
        .allMatch(one -> one.source().equals("bitten") && one.eventBusName().equals("bitten-test"));
    assertThat(bus.taken.stream().map(one -> Json.read(one.detail(), Event.class)).toList())
        .isEqualTo(SomeKinds.events());
  }

  @Test
  void an_entry_the_bus_did_not_take_is_an_error_although_the_call_succeeded() {
    bus.refuses = true;

    assertThatThrownBy(() -> events.publish(SomeKinds.events().getFirst()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(Some.header().id())
        .hasMessageContaining("ThrottlingException");
  }

  /** A bus that takes everything or refuses everything. */
  private static final class Bus implements EventBridgeClient {
    private final List<PutEventsRequestEntry> taken = new ArrayList<>();
    private boolean refuses;

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
      if (refuses) {
        return PutEventsResponse.builder()
            .failedEntryCount(1)
            .entries(
                PutEventsResultEntry.builder()
                    .errorCode("ThrottlingException")
                    .errorMessage("slow down")
                    .build())
            .build();
      }
      taken.addAll(request.entries());
      return PutEventsResponse.builder()
          .failedEntryCount(0)
          .entries(PutEventsResultEntry.builder().eventId("1").build())
          .build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
