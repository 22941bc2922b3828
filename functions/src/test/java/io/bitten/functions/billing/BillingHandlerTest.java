package io.bitten.functions.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.json.Json;
import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.SomeSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BillingHandlerTest {
  private static final String LINKED =
      "{'id': 'evt_1', 'type': 'checkout.session.completed', 'created': 1704189600, 'data': {"
          + "'object': {'mode': 'subscription', 'subscription': 'sub_1',"
          + " 'client_reference_id': 'tg:7001'}}}";
  private static final String ACTIVE =
      "{'id': 'evt_2', 'type': 'customer.subscription.updated', 'created': 1704189601, 'data': {"
          + "'object': {'id': 'sub_1', 'status': 'active', 'items': {'data': [{"
          + "'current_period_end': 1706868000, 'price': {'product': 'fang'}}]}}}}";

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final BillingHandler handler = new BillingHandler(memory.world(), SomeSettings.all());

  @BeforeEach
  void anna_has_nothing() {
    memory
        .traders()
        .save(Versioned.fresh(Some.trader().with(new Subscription.Ended(Tier.PRESS_PASS))));
  }

  @Test
  void what_stripe_says_in_any_order_is_what_a_person_may_do() throws IOException {
    for (String event : new String[] {ACTIVE, LINKED, ACTIVE}) {
      assertThat(send(event)).isEqualTo("{\"batchItemFailures\":[]}");
    }

    assertThat(subscription())
        .isEqualTo(
            new Subscription.Active(Tier.FANG, Instant.ofEpochSecond(1_706_868_000 + 3_600)));
    assertThat(memory.events().published())
        .hasSize(1)
        .first()
        .isInstanceOf(Event.UserUpgraded.class);
  }

  @Test
  void a_product_nobody_knows_goes_back_and_changes_nothing() throws IOException {
    send(LINKED);

    assertThat(send(ACTIVE.replace("fang", "gold"))).contains("\"itemIdentifier\":\"m1\"");
    assertThat(subscription()).isEqualTo(new Subscription.Ended(Tier.PRESS_PASS));
  }

  @Test
  void what_is_not_ours_and_money_that_goes_back_are_taken_and_change_nothing() throws IOException {
    String dispute =
        "{'id': 'evt_3', 'type': 'charge.dispute.created', 'created': 1704189600,"
            + " 'data': {'object': {'charge': 'ch_1'}}}";
    for (String event : new String[] {dispute, "{'id': 'evt_4', 'type': 'customer.created'}"}) {
      assertThat(send(event)).isEqualTo("{\"batchItemFailures\":[]}");
    }
    assertThat(subscription()).isEqualTo(new Subscription.Ended(Tier.PRESS_PASS));
  }

  private Subscription subscription() {
    return memory.traders().find(Some.USER).orElseThrow().value().subscription();
  }

  private String send(String event) throws IOException {
    String record = "{\"messageId\":\"m1\",\"body\":" + Json.write(event.replace('\'', '"')) + "}";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(
            ("{\"Records\":[" + record + "]}").getBytes(StandardCharsets.UTF_8)),
        out,
        null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
