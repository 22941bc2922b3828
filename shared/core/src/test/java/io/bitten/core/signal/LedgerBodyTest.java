package io.bitten.core.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerBodyTest {
  private static final Map<String, Object> FIRST =
      Map.ofEntries(
          Map.entry("seq", 1),
          Map.entry("id", "S-000001"),
          Map.entry("ts", "2026-11-23T08:15:00.000Z"),
          Map.entry("symbol", "EURUSD"),
          Map.entry("side", "BUY"),
          Map.entry("entry", "1.08500"),
          Map.entry("sl", "1.08250"),
          Map.entry("tp", "1.08875"),
          Map.entry("expires", "2026-11-23T08:20:00.000Z"),
          Map.entry("tcs", "41.2"),
          Map.entry("model", "m-2026-11-01"));

  private static final String SECOND =
      "{\"entry\":\"150.000\",\"expires\":\"2026-11-23T09:35:00.000Z\",\"id\":\"S-000002\","
          + "\"model\":\"m-2026-11-01\",\"seq\":2,\"side\":\"SELL\",\"sl\":\"150.300\","
          + "\"symbol\":\"USDJPY\",\"tcs\":\"38.7\",\"tp\":\"149.550\","
          + "\"ts\":\"2026-11-23T09:30:00.000Z\"}";

  @Test
  void the_published_vectors_chain_to_their_hashes() {
    LedgerEntry first = LedgerEntry.after(LedgerHead.empty(), CanonicalJson.write(FIRST));
    LedgerEntry second = LedgerEntry.after(first.head(), SECOND);

    assertThat(first.hash())
        .isEqualTo("741432eb2f20bc802da7fa98bd0c38f51b3324f78137ee8b11ae5230463b6610");
    assertThat(second.hash())
        .isEqualTo("498427f5eb5c94f20d44c629c6a1be829496b7a931162653978f6a42c411520e");
  }

  @Test
  void another_stop_gives_another_hash() {
    String changed = CanonicalJson.write(FIRST).replace("1.08250", "1.08200");

    assertThat(LedgerEntry.after(LedgerHead.empty(), changed).hash()).startsWith("f04ad6cf");
  }

  @Test
  void text_is_escaped_as_short_as_can_be_and_keys_are_sorted() {
    assertThat(CanonicalJson.write(Map.of("b", "€\u0001\n\"\\/", "a", List.of(1, "x"), "B", 2L)))
        .isEqualTo("{\"B\":2,\"a\":[1,\"x\"],\"b\":\"€\\u0001\\n\\\"\\\\/\"}");
  }

  @Test
  void a_decimal_is_refused_because_it_has_many_texts() {
    assertThatThrownBy(() -> CanonicalJson.write(Map.of("price", 1.5)))
        .hasMessageContaining("not a Double");
  }

  @Test
  void a_signal_is_written_with_its_decimals_and_can_be_dated() {
    String body = LedgerBody.of(7, Some.signal());

    assertThat(body)
        .startsWith("{\"candle\":\"2024-01-02T09:00:00.000Z\",\"class\":\"PRECISION\"")
        .contains("\"entry\":\"1.10000\"", "\"seq\":7,", "\"tcs\":\"85\"", "\"wins\":333");
    assertThat(LedgerBody.time(body)).contains(Instant.parse("2024-01-02T10:00:01Z"));
    assertThat(LedgerBody.seq(body)).isEqualTo(7);
  }
}
