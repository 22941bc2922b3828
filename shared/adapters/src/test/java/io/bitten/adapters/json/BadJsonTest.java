package io.bitten.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.order.Order;
import io.bitten.core.order.Terms;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BadJsonTest {
  private static final String TERMS = Json.write(Some.terms());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"lots\":\"0.10\",          | \"lot\":\"1\",             | lots             | is missing",
        "\"lots\":\"0.10\"           | \"lots\":null              | lots             | must not be"
            + " null",
        "\"lots\":\"0.10\"           | \"lots\":0.10              | lots             | must be"
            + " text",
        "\"lots\":\"0.10\"           | \"lots\":\"ten\"           | lots             | decimal"
            + " number",
        "\"lots\":\"0.10\"           | \"lots\":\"1e400000000\"   | lots             | decimal"
            + " number",
        "\"lots\":\"0.10\"           | \"lots\":\"0.00\"          | lots             | positive",
        "\"shown_price\":\"1.10000\" | \"shown_price\":\"-1\"     | shown_price      | positive",
        "\"symbol\":\"EURUSD\"       | \"symbol\":\"EURUSD.m\"    | symbol           | six capital",
        "\"direction\":\"BUY\"       | \"direction\":\"HOLD\"     | direction        | one of BUY,"
            + " SELL",
        "\"direction\":\"BUY\"       | \"direction\":1            | direction        | one of BUY,"
            + " SELL",
        "\"deviation_points\":20     | \"deviation_points\":2.5   | deviation_points | whole"
            + " number",
        "\"deviation_points\":20     | \"deviation_points\":\"20\"| deviation_points | whole"
            + " number",
        "\"deviation_points\":20     | \"deviation_points\":9e99  | deviation_points | whole"
            + " number",
        "\"deviation_points\":20     | \"deviation_points\":99999999999 | deviation_points | whole"
            + " number",
        "\"currency\":\"USD\"        | \"currency\":\"usd\"       | risk.currency    | three"
            + " capital",
        "\"risk\":{\"amount\":\"20.00\",\"currency\":\"USD\"} | \"risk\":[] | risk | object",
        "\"risk\":{\"amount\":\"20.00\",\"currency\":\"USD\"} | \"risk\":\"20\" | risk | object",
      })
  void a_wrong_field_is_named_with_what_must_hold(
      String right, String wrong, String field, String says) {
    assertThat(TERMS).contains(right);

    BadJson bad = refused(TERMS.replace(right, wrong), Terms.class);

    assertThat(bad.field()).isEqualTo(field);
    assertThat(bad.sentence()).contains(says);
  }

  @Test
  void a_field_deep_inside_is_named_with_its_whole_path() {
    String order = Json.write(new Event.SignalGenerated(Some.header(), Some.signal()));

    BadJson bad = refused(order.replace("\"1.00\"", "1.00"), Event.class);

    assertThat(bad.field()).isEqualTo("signal.verdicts[0].weight");
    assertThat(bad).hasMessage("signal.verdicts[0].weight must be text");
  }

  @Test
  void an_unknown_kind_is_refused_with_the_known_ones() {
    String order = Json.write(Some.order());

    assertThat(refused(order.replace("\"new\"", "\"brand_new\""), Order.class))
        .hasMessageStartingWith("state needs a \"type\" that is one of new, submitting, unknown");
    assertThat(refused(order.replace("\"type\":\"new\"", "\"kind\":\"new\""), Order.class).field())
        .isEqualTo("state");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-01-02T10:00:00+00:00", "2024-01-02", "1704189600", "today Z"})
  void a_time_that_is_not_utc_is_refused(String time) {
    String order = Json.write(Some.order());

    BadJson bad = refused(order.replace("2024-01-02T10:00:00Z", time), Order.class);

    assertThat(bad.field()).isEqualTo("created_at");
  }

  @Test
  void a_record_that_contradicts_itself_is_refused_with_its_own_sentence() {
    String signal = Json.write(Some.signal());

    BadJson bad =
        refused(signal.replace("\"BUY\"", "\"SELL\""), io.bitten.core.signal.Signal.class);

    assertThat(bad.sentence()).contains("levels are on the wrong side");
  }

  @Test
  void unknown_fields_are_ignored() {
    String more = "{\"colour\":\"red\"," + TERMS.substring(1);

    assertThat(Json.read(more, Terms.class)).isEqualTo(Some.terms());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[", "{", "{}{}", "[]", "\"x\"", "1", "{\"a\":1,\"a\":2}", "\u0000"})
  void what_is_not_the_agreed_text_is_refused(String text) {
    assertThat(refused(text, FireRequest.class)).hasMessageNotContaining("com.fasterxml");
  }

  @Test
  void a_text_that_is_too_deep_or_too_long_is_refused() {
    String deep = "{\"x\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}";
    byte[] vast = " ".repeat(Json.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8);

    assertThat(refused(deep, FireRequest.class)).hasMessageContaining("too deep or too long");
    assertThat(catchThrowableOfType(BadJson.class, () -> Json.read(vast, FireRequest.class)))
        .hasMessageContaining("is longer than");
  }

  @Test
  void any_bytes_give_a_value_or_a_refusal() {
    byte[] valid = Json.write(Some.order()).getBytes(StandardCharsets.UTF_8);
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = valid.clone();
      for (int hit = 0; hit <= random.nextInt(4); hit++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(reads(bytes)).as("seed %s", seed).isIn(true, false);
    }
  }

  private static boolean reads(byte[] bytes) {
    try {
      Json.read(bytes, Order.class);
      return true;
    } catch (BadJson refused) {
      assertThat(refused.sentence()).isNotBlank().doesNotContain("fasterxml");
      return false;
    }
  }

  private static BadJson refused(String text, Class<?> type) {
    BadJson bad = catchThrowableOfType(BadJson.class, () -> Json.read(text, type));
    assertThat(bad).as("%s is refused", text).isNotNull();
    return bad;
  }
}
