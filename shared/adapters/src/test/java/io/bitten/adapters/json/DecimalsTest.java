package io.bitten.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.account.Money;
import io.bitten.core.market.Currency;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edge takes in is stored and read back; what could not be is refused there. */
final class DecimalsTest {
  private static final Currency USD = new Currency("USD");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.0",
        "1.10500",
        "999999999999999999",
        "-999999999999999999",
        "1e17",
        "-9.99e17",
        "0.0000000000000000000000000000000001",
        "-1e-34",
        "123456789.1234567890123456789e-15",
        "999999999999999999.12345678901234567",
        "0e-34",
        "0E+5"
      })
  void a_number_that_is_taken_in_is_read_back(String written) {
    BigDecimal taken = fields(written).decimal("n");
    String stored = Json.write(new Money(taken, USD));
    assertThat(Json.read(stored, Money.class).amount()).isEqualByComparingTo(taken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000000000000000",
        "-1000000000000000000",
        "1e18",
        "-1E+18",
        "1e39",
        "1e999999999",
        "1.0842021724855044e-19",
        "-1e-35",
        "0.00000000000000000000000000000000001",
        "0e-35",
        "1e-999999999"
      })
  void a_number_that_could_not_be_read_back_is_refused_by_name(String written) {
    assertThatThrownBy(() -> fields(written).decimal("n"))
        .isInstanceOf(BadJson.class)
        .hasMessage("n has too many digits");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0842021724855044e-19, 0",
    "-4.9e-324, 0",
    "1e-999999999, 0",
    "-12.340000000000002, -12.34",
    "0.000000005, 0.00000001",
    "-0.000000005, -0.00000001",
    "4.9999999999e-9, 0",
    "999999999999999999, 999999999999999999",
    "1e17, 100000000000000000"
  })
  void the_noise_of_an_amount_of_money_is_rounded_off(String written, BigDecimal amount) {
    BigDecimal taken = fields(written).money("n");
    assertThat(taken).isEqualByComparingTo(amount);
    String stored = Json.write(new Money(taken, USD));
    assertThat(Json.read(stored, Money.class).amount()).isEqualByComparingTo(amount);
  }

  @Test
  void an_amount_or_a_sum_that_is_too_large_is_refused() {
    assertThatThrownBy(() -> fields("999999999999999999.999999999").money("n"))
        .hasMessage("n has too many digits");
    Fields two = Fields.of(bytes("{\"n\": 999999999999999999, \"m\": 1}"));
    assertThat(two.sum("n", "gone")).isEqualByComparingTo("999999999999999999");
    assertThatThrownBy(() -> two.sum("n", "m")).hasMessage("n has too many digits");
  }

  /** Other software fills all 64 bits of a magic. */
  @Test
  void a_name_may_be_longer_than_what_can_be_stored() {
    assertThat(fields("18446744073709551615").numeral("n")).isEqualTo("18446744073709551615");
    assertThatThrownBy(() -> fields("1e999999").numeral("n")).hasMessage("n has too many digits");
  }

  private static Fields fields(String number) {
    return Fields.of(bytes("{\"n\": " + number + "}"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
