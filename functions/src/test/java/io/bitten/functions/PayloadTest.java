package io.bitten.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.adapters.json.Json;
import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Orphan;
import io.bitten.functions.alert.AlertHandler;
import io.bitten.functions.billing.BillingHandler;
import io.bitten.functions.chat.ChatHandler;
import io.bitten.functions.fill.FillHandler;
import io.bitten.functions.fire.FireHandler;
import io.bitten.functions.halt.HaltHandler;
import io.bitten.functions.message.MessageHandler;
import io.bitten.functions.notify.NotifyHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.MDC;

@Isolated("it hears all that is logged")
final class PayloadTest {
  private static final String STRIPE =
      "{\"id\":\"evt_2\",\"type\":\"customer.subscription.updated\",\"created\":1704189601,"
          + "\"data\":{\"object\":{\"id\":\"sub_1\",\"status\":\"active\",\"items\":{\"data\":[{"
          + "\"current_period_end\":1706868000,\"price\":{\"product\":\"fang\"}}]}}}}";

  private final NotingWorld noting = new NotingWorld();
  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));

  @Test
  void an_event_is_followed_by_its_correlation_id() throws Exception {
    Event signal = new Event.SignalGenerated(Some.header(), Some.signal());
    assertFollowed(AlertHandler::new, onBus(signal), Some.correlation().value());
    Event placed = new Event.OrderPlaced(Some.header(), Some.ORDER, Some.USER, 77);
    assertFollowed(NotifyHandler::new, onBus(placed), Some.correlation().value());
  }

  @Test
  void what_a_person_did_is_followed_by_what_the_door_named_it() throws Exception {
    Incoming said = new Incoming.Said(77, Some.trader().chat(), Some.USER, "Anna", "/status");
    assertFollowed(ChatHandler::new, Json.write(said), "update-77");
    FireRequest fire = new FireRequest(Some.OFFER, Some.USER, "tap-78");
    assertFollowed(FireHandler::new, Json.write(fire), "tap-78");
  }

  @Test
  void a_halt_is_followed_by_its_epoch() throws Exception {
    HaltPage page = new HaltPage(SomeKinds.halt(), "update-1", Some.NOW, 0, "");
    assertFollowed(HaltHandler::new, Json.write(page), "halt-" + SomeKinds.halt().epoch());
  }

  @Test
  void every_report_is_followed() throws Exception {
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
      assertFollowed(FillHandler::new, Json.write(report), id);
    }
  }

  @Test
  void a_card_is_followed_by_its_signal_or_its_name() throws Exception {
    for (Outgoing card : SomeKinds.outgoing()) {
      String id = card instanceof Outgoing.Alert alert ? alert.signal().value() : card.key();
      assertFollowed(MessageHandler::new, Json.write(card), id);
    }
  }

  @Test
  void what_stripe_said_is_followed_by_its_event() throws Exception {
    assertFollowed(BillingHandler::new, STRIPE, "evt_2");
  }

  @Test
  void an_event_is_logged_under_its_own_id_and_the_step_goes_on_under_its() {
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
          event(Json.write(new FireRequest(Some.OFFER, Some.USER, "tap-78"))),
          OutputStream.nullOutputStream(),
          message -> {
            throw new GoesBack(Payload.fire(message).askedBy() + " waits");
          });

      assertThat(logged.lines()).containsExactly("tap-78 message m1 goes back: tap-78 waits");
    }
    assertThat(MDC.get("correlation_id")).isNull();
  }

  private void assertFollowed(
      BiFunction<World, Settings, RequestStreamHandler> made, String body, String id)
      throws IOException, ReflectiveOperationException {
    memory.traders().save(Versioned.fresh(Some.trader()));
    int before = noting.noted().size();
    made.apply(noting.around(memory.world()), SomeSettings.all())
        .handleRequest(event(body), OutputStream.nullOutputStream(), null);
    List<String> noted = noting.noted();
    assertThat(noted.subList(before, noted.size())).isNotEmpty().containsOnly(id);
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
