package io.bitten.adapters.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.model.Event;
import com.stripe.model.Subscription;
import com.stripe.model.checkout.Session;
import com.stripe.net.ApiResource;
import io.bitten.adapters.json.BadJson;
import io.bitten.core.account.Tier;
import io.bitten.core.account.UserId;
import io.bitten.core.billing.BillFact;
import io.bitten.core.billing.BillId;
import io.bitten.core.billing.BillStatus;
import io.bitten.core.billing.Stamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StripeEventsTest {
  private static final BillId SUB = new BillId("sub_1");
  private static final UserId ANNA = UserId.ofTelegram(7001);
  private static final Stamp SAID = new Stamp(Instant.ofEpochSecond(1_704_189_600), "evt_1");
  private static final Instant PERIOD_END = Instant.ofEpochSecond(1_706_868_000);

  private static final String SUBSCRIPTION =
      """
      {"id": "sub_1", "object": "subscription", "customer": "cus_1", "status": "active",
       "metadata": {"tg_user_id": "7001"}, "items": {"object": "list", "data": [
         {"id": "si_1", "object": "subscription_item", "current_period_end": 1706868000,
          "price": {"id": "price_1", "object": "price", "lookup_key": null, "product": "fang"}}]}}
      """;

  private static final String CHECKOUT =
      """
      {"id": "cs_1", "object": "checkout.session", "mode": "subscription", "customer": "cus_1",
       "subscription": "sub_1", "client_reference_id": "tg:7001", "metadata": {},
       "payment_status": "no_payment_required"}
      """;

  private static final String INVOICE =
      """
      {"id": "in_1", "object": "invoice", "customer": "cus_1", "parent": {
        "type": "subscription_details", "quote_details": null,
        "subscription_details": {"metadata": {}, "subscription": "sub_1"}}}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"created", "updated", "deleted", "paused", "resumed", "trial_will_end"})
  void a_subscription_says_how_it_stands_and_whose_it_is(String what) {
    assertThat(said("customer.subscription." + what, SUBSCRIPTION).facts())
        .containsExactly(
            new BillFact.Holds(SUB, ANNA, SAID),
            new BillFact.Stands(SUB, BillStatus.ACTIVE, Tier.FANG, PERIOD_END, SAID));
  }

  @Test
  void a_subscription_that_names_nobody_says_only_how_it_stands() {
    String nobody = SUBSCRIPTION.replace("\"tg_user_id\": \"7001\"", "");

    assertThat(said("customer.subscription.created", nobody).facts())
        .containsExactly(new BillFact.Stands(SUB, BillStatus.ACTIVE, Tier.FANG, PERIOD_END, SAID));
  }

  @ParameterizedTest
  @CsvSource({
    "nibbler, null, NIBBLER",
    "prod_1, \"commander\", COMMANDER",
    "apex, \"apex\", APEX",
    "press_pass, \"trial\", PRESS_PASS"
  })
  void the_tier_is_what_the_product_or_the_lookup_key_names(
      String product, String lookupKey, Tier tier) {
    String priced =
        SUBSCRIPTION
            .replace("\"fang\"", '"' + product + '"')
            .replace("\"lookup_key\": null", "\"lookup_key\": " + lookupKey);

    assertThat(said("customer.subscription.updated", priced).facts())
        .contains(new BillFact.Stands(SUB, BillStatus.ACTIVE, tier, PERIOD_END, SAID));
  }

  @Test
  void a_finished_checkout_says_whose_its_subscription_is() {
    assertThat(said("checkout.session.completed", CHECKOUT).facts())
        .containsExactly(new BillFact.Holds(SUB, ANNA, SAID));
    String metadata =
        CHECKOUT
            .replace("\"tg:7001\"", "null")
            .replace("\"metadata\": {}", "\"metadata\": {\"tg_user_id\": \"7001\"}");
    assertThat(said("checkout.session.completed", metadata).facts())
        .containsExactly(new BillFact.Holds(SUB, ANNA, SAID));
  }

  @Test
  void an_invoice_says_that_it_was_paid_or_was_not() {
    assertThat(said("invoice.payment_succeeded", INVOICE).facts())
        .containsExactly(new BillFact.Paid(SUB, SAID));
    assertThat(said("invoice.payment_failed", INVOICE).facts())
        .containsExactly(new BillFact.Failed(SUB, SAID));
  }

  @Test
  void what_is_not_of_a_subscription_is_not_ours() {
    String once = CHECKOUT.replace("\"subscription\",", "\"payment\",");
    String single = INVOICE.replaceAll("(?s)\\{\\s*\"type.*}}", "null");

    assertThat(read("checkout.session.completed", once)).isInstanceOf(StripeEvent.Other.class);
    assertThat(read("invoice.payment_failed", single + "}"))
        .isEqualTo(new StripeEvent.Other("evt_1", "invoice.payment_failed"));
    assertThat(read("invoice.paid", INVOICE)).isInstanceOf(StripeEvent.Other.class);
    assertThat(read("customer.created", "{}")).isInstanceOf(StripeEvent.Other.class);
  }

  @Test
  void money_that_goes_back_names_its_charge() {
    assertThat(read("charge.dispute.created", "{\"id\": \"dp_1\", \"charge\": \"ch_1\"}"))
        .isEqualTo(new StripeEvent.MoneyBack("evt_1", "charge.dispute.created", "ch_1"));
    assertThat(read("charge.refunded", "{\"id\": \"ch_1\", \"refunded\": true}"))
        .isEqualTo(new StripeEvent.MoneyBack("evt_1", "charge.refunded", "ch_1"));
    assertThat(read("charge.refunded", "{\"id\": \"ch_1\", \"refunded\": false}"))
        .isInstanceOf(StripeEvent.Other.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"fang\"; \"prod_9\"; price.product is no tier",
        "\"lookup_key\": null; \"lookup_key\": \"apex\"; price.product is another tier",
        "\"active\"; \"ended\"; object.status must be one of incomplete, trialing",
        "\"current_period_end\": 1706868000,; ''; current_period_end is missing",
        "\"current_period_end\": 1706868000; \"current_period_end\": -1; must be a time",
        "\"7001\"; \"@anna\"; metadata.tg_user_id must be a Telegram id",
        "\"sub_1\"; \"sub 1\"; object.id must be an id"
      })
  void a_subscription_that_is_not_understood_is_refused_by_field(
      String good, String bad, String reason) {
    refuses("customer.subscription.updated", SUBSCRIPTION, good, bad, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"tg:7001\"; null; client_reference_id is missing: nobody is named",
        "\"tg:7001\"; \"7001\"; client_reference_id must be tg:",
        "\"metadata\": {}; \"metadata\": {\"tg_user_id\": \"1\"}; names another person",
        "\"sub_1\"; null; subscription must not be null"
      })
  void a_checkout_that_is_not_understood_is_refused_by_field(
      String good, String bad, String reason) {
    refuses("checkout.session.completed", CHECKOUT, good, bad, reason);
  }

  @Test
  void an_event_of_an_older_version_of_the_api_is_refused() {
    refuses(
        "invoice.payment_failed",
        INVOICE,
        "\"customer\"",
        "\"subscription\": \"sub_1\", \"customer\"",
        "before 2025-03-31");
  }

  /** Stripe's own library reads the same out of it. */
  @Test
  void the_examples_are_of_stripe_s_form() throws Exception {
    Subscription subscription = (Subscription) typed("customer.subscription.updated", SUBSCRIPTION);
    assertThat(subscription.getId()).isEqualTo("sub_1");
    assertThat(subscription.getItems().getData().getFirst().getCurrentPeriodEnd())
        .isEqualTo(PERIOD_END.getEpochSecond());
    assertThat(subscription.getItems().getData().getFirst().getPrice().getProduct())
        .isEqualTo("fang");
    Session session = (Session) typed("checkout.session.completed", CHECKOUT);
    assertThat(session.getSubscription()).isEqualTo("sub_1");
    assertThat(session.getClientReferenceId()).isEqualTo("tg:7001");
    com.stripe.model.Invoice invoice =
        (com.stripe.model.Invoice) typed("invoice.payment_failed", INVOICE);
    assertThat(invoice.getParent().getSubscriptionDetails().getSubscription()).isEqualTo("sub_1");
  }

  private static Object typed(String type, String object) throws Exception {
    return ApiResource.GSON
        .fromJson(json(type, object), Event.class)
        .getDataObjectDeserializer()
        .deserializeUnsafe();
  }

  private static void refuses(String type, String object, String good, String bad, String reason) {
    String broken = object.replace(good, bad);
    assertThat(broken).isNotEqualTo(object);
    assertThatThrownBy(() -> read(type, broken))
        .isInstanceOf(BadJson.class)
        .hasMessageStartingWith("data.object")
        .hasMessageContaining(reason);
  }

  private static StripeEvent.Said said(String type, String object) {
    return (StripeEvent.Said) read(type, object);
  }

  private static StripeEvent read(String type, String object) {
    return StripeEvents.read(json(type, object));
  }

  private static String json(String type, String object) {
    return "{\"id\": \"evt_1\", \"object\": \"event\", \"api_version\": \"2026-07-29.dahlia\","
        + " \"created\": 1704189600, \"type\": \""
        + type
        + "\", \"data\": {\"object\": "
        + object
        + "}}";
  }
}
