package io.bitten.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class FieldsTest {
  private static final Fields ANSWER =
      Fields.of(
          bytes(
              """
              {"success": true, "price": 1.1000, "ticket": 12345678, "message": "done",
               "result": {"legs": [{"id": 1}, {"id": "two"}]}, "error": null, "huge": 1e999999}
              """));

  @Test
  void a_field_is_read_as_what_it_must_be() {
    assertThat(ANSWER.flag("success")).isTrue();
    assertThat(ANSWER.decimal("price")).isEqualTo(new BigDecimal("1.1000"));
    assertThat(ANSWER.whole("ticket")).isEqualTo(12345678);
    assertThat(ANSWER.text("message", 10)).isEqualTo("done");
    assertThat(ANSWER.maybeText("error", 10)).isEmpty();
    assertThat(ANSWER.maybeWhole("gone")).isEmpty();
  }

  @Test
  void a_wrong_field_is_refused_with_its_whole_path() {
    assertThatThrownBy(() -> ANSWER.object("result").objects("legs", 5).get(1).whole("id"))
        .isInstanceOf(BadJson.class)
        .hasMessage("result.legs[1].id must be a whole number in range");
    assertThatThrownBy(() -> ANSWER.whole("gone")).hasMessage("gone is missing");
    assertThatThrownBy(() -> ANSWER.text("error", 9)).hasMessage("error must not be null");
    assertThatThrownBy(() -> ANSWER.text("message", 3)).hasMessageContaining("at most 3");
    assertThatThrownBy(() -> ANSWER.object("message")).hasMessage("message must be an object");
    assertThatThrownBy(() -> ANSWER.decimal("huge")).hasMessage("huge has too many digits");
    assertThatThrownBy(() -> ANSWER.object("result").objects("legs", 1))
        .hasMessage("result.legs must have at most 1 entries");
  }

  @Test
  void what_is_not_one_object_is_refused() {
    assertThatThrownBy(() -> Fields.of(bytes("[1]"))).isInstanceOf(BadJson.class);
    assertThatThrownBy(() -> Fields.of(bytes(""))).isInstanceOf(BadJson.class);
    assertThatThrownBy(() -> Fields.of(bytes("{\"a\":"))).isInstanceOf(BadJson.class);
    assertThatThrownBy(() -> Fields.list(bytes("{}"), 3)).isInstanceOf(BadJson.class);
    assertThatThrownBy(() -> Fields.of(bytes("{\"a\":1e9990000000}"))).isInstanceOf(BadJson.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
