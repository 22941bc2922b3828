package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitten.adapters.json.Json;
import io.bitten.adapters.stripe.StripeEvent;
import io.bitten.adapters.stripe.StripeEvents;
import io.bitten.core.Event;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.halt.HaltPage;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The payloads for {@code sam local invoke} are what the functions understand today. */
final class InvokePayloadsTest {

  @Test
  void every_function_has_one() {
    assertThat(CloudTemplate.read().functions().keySet())
        .map(id -> id.replace("Function", "").toLowerCase(Locale.ROOT))
        .allSatisfy(name -> assertThat(payload(name).isObject()).isTrue());
  }

  @Test
  void the_queues_carry_what_the_desks_read() {
    assertThat(Json.read(body("chat"), Incoming.class)).isInstanceOf(Incoming.Said.class);
    assertThat(Json.read(body("fire"), FireRequest.class).askedBy()).isEqualTo("tap-77");
    assertThat(Json.read(body("fill"), Report.class)).isInstanceOf(Report.OrderMoved.class);
    assertThat(Json.read(body("halt"), HaltPage.class).askedBy()).isEqualTo("update-77");
    assertThat(Json.read(body("message"), Outgoing.class)).isInstanceOf(Outgoing.class);
    assertThat(StripeEvents.read(body("billing"))).isInstanceOf(StripeEvent.Said.class);
  }

  @ParameterizedTest
  @CsvSource({"alert, SignalGenerated", "notify, OrderChanged"})
  void the_bus_carries_our_event_as_its_detail(String function, String kind) {
    JsonNode envelope = tree(body(function));
    Event event = Json.read(envelope.path("detail").toString(), Event.class);

    assertThat(event.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(envelope.path("detail-type").textValue()).isEqualTo(Json.kindOf(event));
  }

  @ParameterizedTest
  @ValueSource(strings = {"telegram", "stripe", "hud"})
  void a_doors_payload_names_a_route_of_the_template(String function) {
    String route = payload(function).path("routeKey").textValue();

    assertThat(
            CloudTemplate.read().functions().values().stream()
                .flatMap(each -> CloudTemplate.events(each, "HttpApi").stream())
                .map(each -> each.get("Method") + " " + each.get("Path")))
        .contains(route);
  }

  private static String body(String function) {
    return payload(function).path("Records").path(0).path("body").textValue();
  }

  private static JsonNode payload(String function) {
    return tree(Repository.text(Repository.root().resolve("events/invoke/" + function + ".json")));
  }

  private static JsonNode tree(String text) {
    try {
      return new JsonMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + text, e);
    }
  }
}
