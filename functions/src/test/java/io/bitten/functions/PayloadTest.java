package io.bitten.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.json.Json;
import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Orphan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.MDC;

@Isolated("it hears all that is logged")
final class PayloadTest {
  private static final String STRIPE =
      "{\"id\":\"evt_2\",\"type\":\"customer.subscription.updated\",\"created\":1704189601,"
          + "\"data\":{\"object\":{\"id\":\"sub_1\",\"status\":\"active\",\"items\":{\"data\":[{"
          + "\"current_period_end\":1706868000,\"price\":{\"product\":\"fang\"}}]}}}}";

  @AfterEach
  void nothing_is_followed_any_more() {
    MDC.remove("correlation_id");
  }

  @Test
  void an_event_is_followed_by_its_correlation_id() {
    Event signal = new Event.SignalGenerated(Some.header(), Some.signal());
    assertFollowed(Payload::event, onBus(signal), Some.correlation().value());
    Event placed = new Event.OrderPlaced(Some.header(), Some.ORDER, Some.USER, 77);
    assertFollowed(Payload::event, onBus(placed), Some.correlation().value());
  }

  @Test
  void what_a_person_did_is_followed_by_what_the_door_named_it() {
    Incoming said = new Incoming.Said(77, Some.trader().chat(), Some.USER, "Anna", "/status");
    assertFollowed(Payload::incoming, Json.write(said), "update-77");
    FireRequest fire = new FireRequest(Some.OFFER, Some.USER, "tap-78", 77);
    assertFollowed(Payload::fire, Json.write(fire), "tap-78");
  }

  @Test
  void a_halt_is_followed_by_its_epoch() {
    HaltPage page = new HaltPage(SomeKinds.halt(), "update-1", Some.NOW, 0, "");
    assertFollowed(Payload::haltPage, Json.write(page), "halt-" + SomeKinds.halt().epoch());
  }

  @Test
  void every_report_is_followed() {
    for (Report report : SomeKinds.reports()) {
      String id =
          switch (report) {
            case Report.OrderMoved moved -> moved.order().value();
            case Report.OrderMoving moving -> moving.order().value();
            case Report.OrphanSeen seen -> "orphan-" + Orphan.idOf(seen.account(), seen.ticket());
            case Report.AccountSeen seen -> "look-" + seen.snapshot().account();
            case Report.Heartbeat beat -> "relay-" + beat.relay();
            case Report.HaltSeen seen -> "halt-" + seen.epoch();
            case Report.CloseLapsed lapsed -> lapsed.correlation().value();
          };
      assertFollowed(Payload::report, Json.write(report), id);
    }
  }

  @Test
  void a_card_is_followed_by_its_signal_or_its_name() {
    for (Outgoing card : SomeKinds.outgoing()) {
      String id = card instanceof Outgoing.Alert alert ? alert.signal().value() : card.key();
      assertFollowed(Payload::outgoing, Json.write(card), id);
    }
  }

  @Test
  void what_stripe_said_is_followed_by_its_event() {
    assertFollowed(Payload::stripe, STRIPE, "evt_2");
  }

  @Test
  void an_event_is_logged_under_its_own_id_and_the_step_goes_on_under_its() {
    MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
    Event event = new Event.OrderPlaced(Some.header(), Some.ORDER, Some.USER, 77);
    try (Logged logged = Logged.of(FollowedEvents.class);
        MDC.MDCCloseable _ = MDC.putCloseable("correlation_id", "tap-78")) {
      new FollowedEvents(memory.events()).publish(event);

      assertThat(logged.lines())
          .containsExactly(
              Some.correlation()
                  + " told the bus order_placed "
                  + Some.header().id()
                  + " in the step of tap-78");
      assertThat(MDC.get("correlation_id")).isEqualTo("tap-78");
    }
    assertThat(memory.events().published()).containsExactly(event);
  }

  @Test
  void a_step_that_fails_is_logged_under_what_it_followed() throws IOException {
    try (Logged logged = Logged.of(SqsBatch.class)) {
      SqsBatch.each(
          event(Json.write(new FireRequest(Some.OFFER, Some.USER, "tap-78", 77))),
          OutputStream.nullOutputStream(),
          message -> {
            throw new IllegalStateException(Payload.fire(message).askedBy());
          });

      assertThat(logged.lines()).containsExactly("tap-78 message m1 failed, brought 1 times");
    }
    assertThat(MDC.get("correlation_id")).isNull();
  }

  private static void assertFollowed(Consumer<SqsMessage> read, String body, String id) {
    read.accept(new SqsMessage("m1", body, "unknown", "", "", 1));
    assertThat(MDC.get("correlation_id")).isEqualTo(id);
  }

  private static String onBus(Event event) {
    return "{\"detail\":" + Json.write(event) + "}";
  }

  private static ByteArrayInputStream event(String body) {
    String record = "{\"messageId\":\"m1\",\"body\":" + Json.write(body) + "}";
    return new ByteArrayInputStream(
        ("{\"Records\":[" + record + "]}").getBytes(StandardCharsets.UTF_8));
  }
}
