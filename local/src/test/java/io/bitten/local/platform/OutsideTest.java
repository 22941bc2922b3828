package io.bitten.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideTest {
  private static final String ACCOUNT = "5001@Some-Demo:some:USD";
  private static final Map<String, String> FARM =
      Map.of(
          "TRADERMADE_KEY",
          "k",
          "MT5_FARM_URL",
          "https://farm.example.com",
          "MT5_FARM_TOKEN",
          "t",
          "MT5_ACCOUNTS",
          ACCOUNT);

  @TempDir private Path folder;

  private static Map<String, String> farm(String name, String value) {
    Map<String, String> changed = new HashMap<>(FARM);
    changed.put(name, value);
    return changed;
  }

  @Test
  void nothing_set_is_all_simulated() {
    Outside outside = Outside.of(Map.of("PATH", "/bin", "TRADERMADE_KEY", " "));

    assertThat(outside.settings()).isEmpty();
    assertThat(outside.simulated("generated market"))
        .isEqualTo("Simulated: generated market, news, broker, Telegram");
  }

  @Test
  void a_bot_token_makes_telegram_real() {
    Outside outside = Outside.of(Map.of("TELEGRAM_BOT_TOKEN", "1:a"));

    assertThat(outside.settings())
        .isEqualTo(
            Map.of(
                "TELEGRAM_BOT_TOKEN",
                "1:a",
                "TELEGRAM_API_URL",
                "https://api.telegram.org",
                "TELEGRAM_USER_ID",
                ""));
    assertThat(outside.simulated("generated market"))
        .isEqualTo("Simulated: generated market, news, broker");
  }

  @Test
  void the_simulated_telegram_has_administrators_too() {
    assertThat(Outside.of(Map.of("TELEGRAM_USER_ID", "42")).settings())
        .isEqualTo(Map.of("TELEGRAM_USER_ID", "42"));
    assertThatThrownBy(() -> Outside.of(Map.of("TELEGRAM_USER_ID", "anna")))
        .hasMessageContaining("TELEGRAM_USER_ID must be Telegram ids");
  }

  @Test
  void a_key_makes_the_market_real() {
    Outside outside = Outside.of(Map.of("TRADERMADE_KEY", "k"));

    assertThat(outside.settings())
        .isEqualTo(
            Map.of(
                "TRADERMADE_KEY",
                "k",
                "TRADERMADE_URL",
                "https://marketdata.tradermade.com/api/v1"));
    assertThat(outside.simulated("generated market"))
        .isEqualTo("Simulated: broker at the prices of a generated market, Telegram");
  }

  @Test
  void with_everything_real_nothing_is_called_simulated() {
    Map<String, String> real = farm("TELEGRAM_BOT_TOKEN", "1:a");
    real.put("TELEGRAM_USER_ID", "42");
    Outside outside = Outside.of(real);

    assertThat(outside.simulated("generated market")).isEmpty();
    assertThat(outside.settings())
        .containsEntry("MT5_FARM_URL", "https://farm.example.com")
        .containsEntry("MT5_FARM_TOKEN", "t")
        .containsEntry("DEMO_ACCOUNTS", ACCOUNT)
        .containsEntry("DEMO_OWNERS", "")
        .containsEntry("TELEGRAM_USER_ID", "42");
  }

  @Test
  void in_the_real_telegram_a_real_account_is_lent_to_nobody_who_is_not_named() {
    Map<String, String> real = farm("TELEGRAM_BOT_TOKEN", "1:a");
    Map<String, String> owned = new HashMap<>(real);
    owned.put("MT5_OWNERS", "5001@Some-Demo=42");
    Map<String, String> open = new HashMap<>(real);
    open.put("MT5_OWNERS", "5001@Some-Demo=everybody");

    assertThatThrownBy(() -> Outside.of(real))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "MT5_ACCOUNTS, MT5_OWNERS, TELEGRAM_USER_ID: nobody is named whom 5001@Some-Demo may"
                + " be lent to (login@server=telegram-id), and there is no administrator");
    assertThatThrownBy(() -> Outside.of(open))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("MT5_OWNERS must name Telegram ids");
    assertThat(Outside.of(owned).settings()).containsEntry("DEMO_OWNERS", "5001@Some-Demo=42");
  }

  @Test
  void on_the_simulated_chat_page_everybody_sits_at_this_machine() {
    assertThat(Outside.of(FARM).settings())
        .containsEntry("DEMO_OWNERS", "5001@Some-Demo=everybody");
  }

  @Test
  void data_of_real_people_prices_and_accounts_is_kept_apart() {
    Map<String, String> all = farm("TELEGRAM_BOT_TOKEN", "1:a");
    all.put("TELEGRAM_USER_ID", "42");

    assertThat(Outside.of(Map.of()).data(folder)).isEqualTo(folder);
    assertThat(Outside.of(FARM).data(folder)).isEqualTo(folder.resolve("real/mt5"));
    assertThat(Outside.of(all).data(folder)).isEqualTo(folder.resolve("real/telegram/mt5"));
  }

  @Test
  void a_terminals_folder_takes_its_one_account() {
    String files = folder.toString();
    Map<String, String> one =
        Map.of("TRADERMADE_KEY", "k", "MT5_FILES", files, "MT5_ACCOUNTS", ACCOUNT);
    Map<String, String> two = new HashMap<>(one);
    two.put("MT5_ACCOUNTS", ACCOUNT + ",5002@Some-Demo:some:USD");

    assertThat(Outside.of(one).settings()).containsEntry("MT5_FILES", files);
    assertThatThrownBy(() -> Outside.of(two))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("MT5_ACCOUNTS must name the one account of the terminal");
  }

  @Test
  void the_calendar_may_be_a_file_that_is_there() throws IOException {
    String news = Files.writeString(folder.resolve("week of ours.json"), "[]").toUri().toString();

    assertThat(Outside.of(Map.of("TRADERMADE_KEY", "k", "NEWS_URL", news)).settings())
        .containsEntry("NEWS_URL", news);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TRADERMADE_KEY|''|a replayed market must not trade on a real terminal:"
            + " set TRADERMADE_KEY as well",
        "MT5_FILES|/nowhere|set MT5_FARM_URL or MT5_FILES, not both",
        "MT5_FARM_TOKEN|''|MT5_FARM_URL needs MT5_FARM_TOKEN as well",
        "MT5_ACCOUNTS|''|MT5_FARM_URL needs MT5_ACCOUNTS as well",
        "MT5_ACCOUNTS|5001|MT5_ACCOUNTS, MT5_OWNERS, TELEGRAM_USER_ID: ",
        "MT5_ACCOUNTS|5001@A:b:USD,5001@A:c:USD|MT5_ACCOUNTS, MT5_OWNERS, TELEGRAM_USER_ID: an"
            + " account is named twice: 5001@A",
        "TRADERMADE_URL|http://example.com|TRADERMADE_URL must be an https address",
        "TRADERMADE_URL|file:///etc/hostname|TRADERMADE_URL must be an https address",
        "NEWS_URL|http://example.com|NEWS_URL must be an https address, http on this machine, or",
        "NEWS_URL|file:///nowhere.json|NEWS_URL must be an https address, http on this machine, or",
        "NEWS_URL|file:week.json|NEWS_URL must be an https address, http on this machine, or",
        "TELEGRAM_BOT_TOKEN|a b|TELEGRAM_BOT_TOKEN must be letters"
      })
  void what_does_not_fit_together_is_refused(String name, String value, String sentence) {
    Map<String, String> changed = farm(name, value);

    assertThatThrownBy(() -> Outside.of(changed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(sentence);
  }
}
