package io.bitten.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Map<String, String> ACCOUNT =
      Map.of("TAP_KEY", SomeSettings.TAP_KEY, "DEMO_ACCOUNTS", "501@A:b:USD");

  private static Settings with(String name, String value) {
    Map<String, String> values = new HashMap<>(ACCOUNT);
    values.put(name, value);
    return Settings.of(values);
  }

  @Test
  void an_account_that_would_be_lent_to_nobody_stops_the_start() {
    Settings none = with("TELEGRAM_USER_ID", "0");

    assertThatThrownBy(none::chat)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("DEMO_ACCOUNTS, DEMO_OWNERS: nobody is named whom 501@A may be");
  }

  @Test
  void an_administrator_or_a_named_person_may_borrow_it() {
    assertThat(with("TELEGRAM_USER_ID", "7").chat().demoPool())
        .isEqualTo(with("DEMO_OWNERS", "501@A=7").chat().demoPool());
  }

  @Test
  void administrators_are_numbers() {
    Settings named = with("TELEGRAM_USER_ID", "@anna");

    assertThatThrownBy(named::chat)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("TELEGRAM_USER_ID must be Telegram ids, digits each: @anna");
  }
}
