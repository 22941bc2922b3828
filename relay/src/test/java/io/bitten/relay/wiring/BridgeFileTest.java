package io.bitten.relay.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.bridge.BridgeSettings;
import io.bitten.adapters.bridge.BridgeSettings.Profile;
import io.bitten.adapters.json.BadJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgeFileTest {
  private static final Path RELAY = Path.of("relay.example.yml");
  private static final Path EXAMPLE = Path.of("mt5_bridge.example.json");

  @TempDir Path folder;
  private RelayFile.Account account;
  private String text;

  @BeforeEach
  void start() throws IOException {
    account = RelayFile.read(RELAY, Files.readString(RELAY)).accounts().getFirst();
    text =
        Files.readString(EXAMPLE)
            .replace("null", "\"" + folder.toString().replace("\\", "/") + "\"");
  }

  @Test
  void a_bridge_is_found_by_its_file() throws IOException {
    Path terminal = Files.createDirectories(folder.resolve("D0E8209F/MQL5/Files"));
    BridgeSettings bridge = BridgeFile.read(EXAMPLE, account, folder);
    assertThat(bridge.folder()).isEqualTo(terminal);
    assertThat(bridge.instructionFile()).isEqualTo("bitten_instructions.txt");
    assertThat(bridge.tradeTimeout()).isEqualTo(Duration.ofSeconds(30));
    Files.createDirectories(folder.resolve("AAAA/MQL5/Files"));
    assertThatThrownBy(() -> BridgeFile.read(EXAMPLE, account, folder))
        .hasMessageContaining("there are 2 terminals");
  }

  @Test
  void the_bridge_speaks_the_profile_that_its_file_says() throws IOException {
    assertThat(read(text).profile()).isEqualTo(Profile.JOURNALED);
    assertThat(read(text.replace("\"profile\": \"journaled\",", "")).profile())
        .isEqualTo(Profile.CLASSIC);
    assertRefused(text.replace("journaled", "clasic"), "mt5.profile");
  }

  @Test
  void a_bridge_that_is_switched_off_is_not_used() throws IOException {
    assertRefused(
        text.replace("\"enabled\": true", "\"enabled\": false"),
        "mt5.enabled is false: set it to true, or take account 500123@Demo-Server out of"
            + " relay.yml");
    assertRefused(
        text.replace("\"enabled\": true", "\"enabled\": \"no\""), "mt5.enabled must be true");
    assertThat(read(text.replace("\"enabled\": true,", "")).folder()).isEqualTo(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check_interval_ms | 100 | 9 | mt5.check_interval_ms must be a whole number 10..5000: 9",
        "check_interval_ms | 100 | 5001 | mt5.check_interval_ms must be a whole number 10..5000",
        "trade_timeout | 30 | 0 | mt5.trade_timeout must be a whole number 1..30: 0",
        "trade_timeout | 30 | 31 | mt5.trade_timeout must be a whole number 1..30: 31",
        "heartbeat_interval | 5 | 0 | bridge.heartbeat_interval must be a whole number 1..60: 0",
        "heartbeat_interval | 5 | 61 | bridge.heartbeat_interval must be a whole number 1..60: 61"
      })
  void a_time_that_is_out_of_bounds_is_named(
      String field, String good, String wrong, String sentence) throws IOException {
    String line = "\"" + field + "\": ";
    assertThat(text).contains(line + good);
    assertRefused(text.replace(line + good, line + wrong), sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "check_interval_ms, 100, 10",
    "check_interval_ms, 100, 5000",
    "trade_timeout, 30, 1",
    "trade_timeout, 30, 30",
    "heartbeat_interval, 5, 1",
    "heartbeat_interval, 5, 60"
  })
  void a_time_at_its_bound_is_taken(String field, String usual, String bound) throws IOException {
    String line = "\"" + field + "\": ";
    assertThat(read(text.replace(line + usual, line + bound))).isNotNull();
  }

  @Test
  void what_each_order_says_itself_is_not_asked_of_the_file() throws IOException {
    String without =
        text.replace("\"max_retries\": 3,", "")
            .replace("\"slippage_points\": 20,", "")
            .replaceAll(
                "\"trade_timeout\": 30,\\s*\"magic_number\": 20250626", "\"trade_timeout\": 30");
    assertThat(without).doesNotContain("magic_number");
    assertThat(read(without)).isEqualTo(read(text));
  }

  private void assertRefused(String wrong, String sentence) {
    assertThatThrownBy(() -> read(wrong))
        .isInstanceOf(BadJson.class)
        .hasMessageContaining(sentence);
  }

  private BridgeSettings read(String content) throws IOException {
    return BridgeFile.read(
        Files.writeString(folder.resolve("mt5_bridge.json"), content), account, folder);
  }
}
