package io.bitten.adapters.farm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.json.Json;
import io.bitten.adapters.terminal.BrokerClock;
import io.bitten.adapters.terminal.SymbolNames;
import io.bitten.core.Some;
import io.bitten.core.account.Money;
import io.bitten.core.market.Currency;
import io.bitten.core.relay.Deal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FarmHistoryTest {

  @ParameterizedTest
  @CsvSource({
    "1.0842021724855044e-19, 0, 0, 0",
    "-12.340000000000002, -0.6599999999999999, 0, -13.00",
    "0.1, 0.2, -0.30000000000000004, 0",
    "1e2, -5e-1, 0, 99.5"
  })
  void a_floats_noise_in_a_deals_money_is_rounded_off(
      String profit, String swap, String commission, String net) {
    Money read = deals(deal("1.098", profit, swap, commission)).getFirst().net();

    assertThat(read).isEqualTo(Some.usd(net));
    assertThat(Json.read(Json.write(read), Money.class)).isEqualTo(read);
  }

  @Test
  void a_fee_that_a_farm_tells_beside_the_commission_is_in_the_result() {
    String told =
        deal("1.098", "-20.01", "-0.35", "-0.70").replace("\"magic\"", "\"fee\": -0.12, \"magic\"");
    assertThat(deals(told).getFirst().net()).isEqualTo(Some.usd("-21.18"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0842021724855044e-19", "1e18"})
  void a_price_that_cannot_be_stored_is_refused_by_name(String price) {
    assertThatThrownBy(() -> deals(deal(price, "1", "0", "0")))
        .isInstanceOf(BadJson.class)
        .hasMessage("deals[0].price has too many digits");
  }

  private static List<Deal> deals(String one) {
    SymbolNames names = new SymbolNames(Map.of());
    names.list(Set.of("EURUSD.m"));
    String answer = "{\"complete\": true, \"deals\": [" + one + "]}";
    return new FarmHistory("broker1", names, new BrokerClock())
        .deals(Fields.of(answer.getBytes(StandardCharsets.UTF_8)), new Currency("USD"));
  }

  private static String deal(String price, String profit, String swap, String commission) {
    return """
    {"ticket": 4, "position": 900001, "symbol": "EURUSD.m", "type": "SELL", "entry": "OUT",
     "volume": 0.10, "price": %s, "profit": %s, "swap": %s, "commission": %s, "magic": 0,
     "comment": "", "reason": "SL", "time": "2024-01-02T09:59:00Z"}\
    """
        .formatted(price, profit, swap, commission);
  }
}
