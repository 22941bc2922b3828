package io.bitten.adapters.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.market.Currency;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other software at the same account: what it does there must not blind us to our own. */
final class ForeignRowsTest {
  private static final String OURS = "1099511627783";

  @TempDir Path folder;
  private final ManualTime time = new ManualTime(Some.NOW);
  private FolderExpert expert;
  private JournaledBridge bridge;

  @BeforeEach
  void start() throws IOException {
    expert = new FolderExpert(folder, time);
    expert.status(
        "{\"message\":\"ready\",\"connected\":true,\"profile\":\"journaled\","
            + "\"trade_allowed\":true,"
            + FolderExpert.ACCOUNT
            + "}");
    bridge =
        expert.bridge(
            BridgeSettings.in(folder, new Currency("USD"))
                .speaking(BridgeSettings.Profile.JOURNALED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "9007199254740992", "18446744073709551615", "-9223372036854775808", "0"})
  void a_magic_that_no_order_of_ours_can_have_is_nobodys(String magic) {
    expert.answers(
        "positions",
        FolderExpert.list("positions", position(OURS, "0.10", "x") + "," + row(magic, "0.10", "")));
    assertThat(((Look.Complete) bridge.look()).snapshot().positions())
        .extracting(Position::magic)
        .containsExactly(Magic.ours(7), new Magic(0));

    expert.answers("history", FolderExpert.list("deals", deal(OURS) + "," + deal(magic)));
    assertThat(((History.Complete) bridge.history(Some.NOW)).deals())
        .extracting(Deal::magic)
        .containsExactly(Magic.ours(7), new Magic(0));
  }

  @Test
  void a_position_of_other_software_that_cannot_be_read_is_left_out() {
    expert.answers(
        "positions",
        FolderExpert.list(
            "positions", position(OURS, "0.10", "x") + "," + row("4711", "0.00", "grid")));
    assertThat(((Look.Complete) bridge.look()).snapshot().positions())
        .extracting(Position::magic)
        .containsExactly(Magic.ours(7));
  }

  @ParameterizedTest
  @CsvSource({
    OURS + ", x",
    "0, ''",
    "0, ABCDEFGHIJ234567",
    "4711, ABCDEFGHIJ234567-2",
    "4711.5, ''",
    "\"many\", ''"
  })
  void a_position_that_could_be_ours_and_cannot_be_read_leaves_the_look_incomplete(
      String magic, String comment) {
    expert.answers("positions", FolderExpert.list("positions", row(magic, "0.00", comment)));
    assertThat(bridge.look()).isInstanceOf(Look.Incomplete.class);
  }

  @ParameterizedTest
  @CsvSource({
    OURS + ", '', false",
    "0, ABCDEFGHIJ234567, false",
    "4711, ABCDEFGHIJ234567-2, false",
    "0, '', true",
    "4711, grid, true",
    "null, '', false"
  })
  void a_position_in_what_is_no_pair_is_left_out_when_nothing_says_that_it_is_ours(
      String magic, String comment, boolean complete) throws IOException {
    String row = row(magic, "0.10", comment).replace("EURUSD.m", "GOLD");
    expert.answers("positions", FolderExpert.list("positions", row));
    Path classic = Files.createDirectory(folder.resolve("classic"));
    FolderTerminal terminal = new FolderTerminal(classic, time);
    terminal.status(
        "{\"connected\":true,\"positions\":[%s],%s}".formatted(row, FolderExpert.ACCOUNT));

    Look seen = terminal.bridge(BridgeSettings.in(classic, new Currency("USD"))).look();

    for (Look look : List.of(bridge.look(), seen)) {
      if (complete) {
        assertThat(((Look.Complete) look).snapshot().positions()).isEmpty();
      } else {
        assertThat(((Look.Incomplete) look).why())
            .isEqualTo("positions[0].symbol is not known, and the position may be ours");
      }
    }
  }

  private static String position(String magic, String volume, String comment) {
    return row(magic, volume, comment).replace("\"ticket\":78", "\"ticket\":77");
  }

  private static String row(String magic, String volume, String comment) {
    return "{\"ticket\":78,\"symbol\":\"EURUSD.m\",\"type\":\"BUY\",\"volume\":%s,"
            .formatted(volume)
        + "\"open_price\":1.10002,\"sl\":1.09800,\"tp\":0.00000,\"profit\":1.00,\"swap\":0.00,"
        + "\"magic\":%s,\"comment\":\"%s\",\"open_time\":1704189600}".formatted(magic, comment);
  }

  private static String deal(String magic) {
    return "{\"ticket\":5,\"symbol\":\"EURUSD.m\",\"order\":4,\"position\":77,\"type\":\"BUY\","
        + "\"entry\":\"IN\",\"volume\":0.10,\"price\":1.10002,\"profit\":0.00,\"swap\":0.00,"
        + "\"commission\":0.00,\"reason\":\"\",\"magic\":%s,\"comment\":\"\",\"time\":1704189600}"
            .formatted(magic);
  }
}
