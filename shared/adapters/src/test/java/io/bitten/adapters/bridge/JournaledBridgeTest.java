package io.bitten.adapters.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.RouteHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JournaledBridgeTest {
  private static final String ID = Some.ORDER.value();
  private static final String FILLED =
      "\"status\":\"filled\",\"code\":\"\",\"retcode\":10009,\"message\":\"10009 done\","
          + "\"ticket\":77,\"volume\":0.10,\"price\":1.10002,\"sl\":1.098";

  @TempDir Path folder;
  private final ManualTime time = new ManualTime(Some.NOW);
  private FolderExpert expert;
  private JournaledBridge bridge;

  @BeforeEach
  void start() throws IOException {
    expert = new FolderExpert(folder, time);
    bridge = expert.bridge(settings(folder));
  }

  @Test
  void a_request_is_one_line_that_carries_its_checksum() {
    expert.answers("open", FILLED);
    bridge.open(entry());
    assertThat(expert.taken())
        .containsExactly(
            "BITTEN1,open,1704189608000,12,500123@Demo-Server,1099511627777,20,0,"
                + ID
                + ",EURUSD.m,BUY,0.10,0,1.10300,1.09800,9C93C1CE\n");
  }

  @Test
  void a_fill_is_told_once_and_its_result_acknowledged() {
    expert.answers("open", FILLED);
    assertThat(bridge.open(entry()))
        .isEqualTo(new Answer.Done(new Ticket(77), Price.of("1.10002"), Lots.of("0.10")));
    assertThat(folder.resolve("bitten_results")).isEmptyDirectory();
  }

  @Test
  void a_second_attempt_is_another_request_with_the_same_magic() {
    expert.answers("open", FILLED);
    bridge.open(entry());
    bridge.open(entry(2, time.instant().plusSeconds(8)));
    assertThat(expert.taken())
        .extracting(text -> text.split(",")[8] + " " + text.split(",")[5])
        .containsExactly(ID + " 1099511627777", ID + "-2 1099511627777");
  }

  @Test
  void less_than_was_asked_is_a_part() {
    expert.answers("open", FILLED.replace("0.10", "0.04"));
    assertThat(bridge.open(entry()))
        .isEqualTo(new Answer.Partial(new Ticket(77), Price.of("1.10002"), Lots.of("0.04")));
  }

  @ParameterizedTest
  @CsvSource({
    "rejected, '', 10019, No",
    "rejected, '', 10012, Unknown",
    "rejected, '', 10031, Unknown",
    "rejected, '', 19999, Unknown",
    "rejected, '', 0, Unknown",
    "rejected, HALTED, 0, No",
    "rejected, EXPIRED, 0, No",
    "unknown, '', 10019, Unknown",
    "failed, '', 10019, Unknown"
  })
  void a_no_is_a_no_by_the_table_of_return_codes_alone(
      String status, String code, int retcode, String answer) {
    expert.answers("open", refusal(status, code, retcode));
    assertThat(bridge.open(entry()).getClass().getSimpleName()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_SYNCED, 0, NotSent",
    "EXPIRED, 0, NotSent",
    "POSITION_CLOSED, 0, No",
    "MAGIC_NOT_OURS, 0, No",
    "'', 10018, No"
  })
  void a_close_that_was_only_not_sent_may_be_asked_again(String code, int retcode, String answer) {
    expert.answers("close", refusal("rejected", code, retcode));
    assertThat(bridge.close(close()).getClass().getSimpleName()).isEqualTo(answer);
  }

  @Test
  void every_close_is_a_request_of_its_own_that_goes_before_entries() {
    expert.answers("close", FILLED.replace("filled", "success"));
    bridge.close(close());
    bridge.close(close());
    assertThat(expert.taken()).hasSize(2).allMatch(text -> text.split(",")[8].startsWith("0C"));
    assertThat(expert.taken().getFirst()).isNotEqualTo(expert.taken().getLast());
  }

  @Test
  void what_is_not_taken_by_its_deadline_is_taken_back_and_was_not_sent() {
    assertThat(bridge.look()).isInstanceOf(Look.Incomplete.class);
    bridge.open(entry());
    expert.detach();
    assertThat(bridge.open(entry(2, time.instant().plusSeconds(8))))
        .isInstanceOf(Answer.NotSent.class);
    assertThat(folder.resolve("bitten_instructions")).isEmptyDirectory();
    assertThat(Duration.between(Some.NOW, time.instant())).isLessThan(Duration.ofSeconds(50));
  }

  @Test
  void what_was_taken_and_not_answered_is_unknown_until_its_result_is_found() throws IOException {
    expert.swallows("open");
    assertThat(bridge.open(entry())).isInstanceOf(Answer.Unknown.class);
    Path result = folder.resolve("bitten_results/" + ID + ".json");
    Files.writeString(result, "{\"id\":\"" + ID + "\"," + FILLED + "}");
    JournaledBridge restarted = expert.bridge(settings(folder));
    assertThat(restarted.open(entry())).isInstanceOf(Answer.Done.class);
    assertThat(expert.taken()).hasSize(1);
    assertThat(result).doesNotExist();
  }

  @Test
  void a_result_of_another_request_or_half_of_one_proves_nothing() throws IOException {
    Path result = folder.resolve("bitten_results/" + ID + ".json");
    expert.swallows("open");
    Files.writeString(result, "{\"id\":\"OTHER\"," + FILLED + "}");
    assertThat(bridge.open(entry())).isInstanceOf(Answer.Unknown.class);
    Files.writeString(result, "{\"id\":\"" + ID + "\",\"status\":\"filled\",\"tick");
    assertThat(bridge.open(entry())).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void a_folder_that_is_gone_has_sent_nothing() {
    JournaledBridge gone = expert.bridge(settings(folder.resolve("missing")));
    assertThat(gone.open(entry())).isInstanceOf(Answer.NotSent.class);
    assertThat(gone.look()).isInstanceOf(Look.Incomplete.class);
  }

  @Test
  void a_look_is_whole_or_none() throws IOException {
    expert.status(status(true));
    String position =
        "{\"ticket\":77,\"symbol\":\"EURUSD.m\",\"type\":\"BUY\",\"volume\":0.10,"
            + "\"open_price\":1.10002,\"sl\":1.09800,\"tp\":0.00000,\"profit\":1.00,\"swap\":0.00,"
            + "\"magic\":1099511627783,\"comment\":\"x\",\"open_time\":1704189600}";
    expert.answers("positions", FolderExpert.list("positions", position));
    Look.Complete look = (Look.Complete) bridge.look();
    assertThat(look.snapshot().positions()).hasSize(1);
    assertThat(look.snapshot().quotes()).containsKey(Some.EURUSD);
    assertThat(look.snapshot().specs().get(Some.EURUSD).terminalName()).isEqualTo("EURUSD.m");

    String whole = FolderExpert.list("positions", position);
    expert.answers("positions", whole.replace("\"complete\":true", "\"complete\":false"));
    assertThat(bridge.look()).isInstanceOf(Look.Incomplete.class);
    expert.answers("positions", whole.replace("500123", "77"));
    assertThat(bridge.look()).isInstanceOf(Look.Incomplete.class);
    expert.swallows("positions");
    assertThat(bridge.look()).isInstanceOf(Look.Incomplete.class);
  }

  @Test
  void a_history_that_is_not_complete_is_no_history() {
    expert.answers("history", FolderExpert.list("deals", ""));
    assertThat(bridge.history(Some.NOW)).isInstanceOf(History.Complete.class);
    expert.answers(
        "history", FolderExpert.list("deals", "").replace("complete\":true", "complete\":false"));
    assertThat(bridge.history(Some.NOW)).isInstanceOf(History.Incomplete.class);
  }

  @Test
  void a_terminal_that_cannot_trade_here_is_down() throws IOException {
    assertThat(bridge.health()).isInstanceOf(RouteHealth.Down.class);
    expert.status(status(true));
    assertThat(bridge.health()).isInstanceOf(RouteHealth.Up.class);
    expert.status(status(true).replace("journaled", "classic"));
    assertThat(bridge.health()).isInstanceOf(RouteHealth.Down.class);
    expert.status(status(true).replace("500123", "500124"));
    assertThat(bridge.health()).isInstanceOf(RouteHealth.Down.class);
    expert.status(status(false));
    assertThat(bridge.health()).isInstanceOf(RouteHealth.Down.class);
    expert.status(status(true));
    assertThat(bridge.health()).isInstanceOf(RouteHealth.Up.class);
    time.advance(Duration.ofSeconds(16));
    assertThat(bridge.health()).isInstanceOf(RouteHealth.Down.class);
  }

  private static BridgeSettings settings(Path folder) {
    return BridgeSettings.in(folder, new Currency("USD"))
        .speaking(BridgeSettings.Profile.JOURNALED);
  }

  private static String status(boolean connected) {
    return "{\"message\":\"ready\",\"connected\":%s,\"profile\":\"journaled\",%s,%s}"
        .formatted(connected, "\"trade_allowed\":true", FolderExpert.ACCOUNT);
  }

  private static String refusal(String status, String code, int retcode) {
    return "\"status\":\"%s\",\"code\":\"%s\",\"retcode\":%d,\"message\":\"\",\"ticket\":0"
        .formatted(status, code, retcode);
  }

  private static Entry entry() {
    return entry(1, Some.NOW.plusSeconds(8));
  }

  private static Entry entry(int attempt, Instant deadline) {
    return new Entry(
        Some.ORDER,
        attempt,
        Some.magic(),
        Some.EURUSD,
        Direction.BUY,
        Lots.of("0.10"),
        Price.of("1.09800"),
        Price.of("1.10300"),
        20,
        deadline,
        12,
        0);
  }

  private static PositionClose close() {
    return new PositionClose(
        "C1N1", new Ticket(77), Some.EURUSD, Direction.BUY, Lots.of("0.10"), Some.magic());
  }
}
