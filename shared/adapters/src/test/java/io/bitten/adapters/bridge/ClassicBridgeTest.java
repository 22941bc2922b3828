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

final class ClassicBridgeTest {
  private static final String ID = Some.ORDER.value();

  @TempDir Path folder;
  private final ManualTime time = new ManualTime(Some.NOW);
  private FolderTerminal terminal;
  private ClassicBridge bridge;

  @BeforeEach
  void start() {
    terminal = new FolderTerminal(folder, time);
    bridge = terminal.bridge(BridgeSettings.in(folder, new Currency("USD")));
  }

  @Test
  void an_instruction_is_one_line_with_the_target_before_the_stop() {
    terminal.takes();
    terminal.writes(
        "{\"id\": \"" + ID + "\", \"status\": \"success\", \"ticket\": 77, \"price\": 1.10002}");
    assertThat(bridge.open(entry()))
        .isEqualTo(new Answer.Done(new Ticket(77), Price.of("1.10002"), Lots.of("0.10")));
    assertThat(terminal.read()).containsExactly(ID + ",EURUSD,BUY,0.10,0,1.10300,1.09800\n");
  }

  @Test
  void an_entry_whose_time_is_up_is_not_written_any_more() {
    Entry entry = entry();
    time.advance(Duration.between(time.instant(), entry.deadline()));
    assertThat(bridge.open(entry)).isInstanceOf(Answer.NotSent.class);
    assertThat(terminal.read()).isEmpty();
  }

  @Test
  void a_result_that_is_half_written_is_read_again() {
    terminal.takes();
    String whole =
        "{\"id\": \"" + ID + "\", \"status\": \"filled\", \"ticket\": 77, \"price\": 1.1}";
    for (int cut = 0; cut <= whole.length(); cut++) {
      String part = whole.substring(0, cut);
      terminal.writes(part);
    }
    assertThat(bridge.open(entry()))
        .isEqualTo(new Answer.Done(new Ticket(77), Price.of("1.1"), Lots.of("0.10")));
  }

  @Test
  void results_are_matched_by_id_alone() {
    terminal.takes();
    terminal.writes("{\"id\": \"OTHER\", \"status\": \"success\", \"ticket\": 1, \"price\": 1.1}");
    terminal.writes(
        "TRADE_OPENED|ticket:1|symbol:EURUSD|type:BUY|volume:0.10|price:1.1|sl:1|tp:2\n");
    assertThat(bridge.open(entry())).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void pipe_records_that_name_the_id_are_read() {
    terminal.takes();
    terminal.writes("ACCOUNT_UPDATE|balance:100\nTRADE_OPENED|id:" + ID + "|ticket:9|price:1.1\n");
    assertThat(bridge.open(entry()))
        .isEqualTo(new Answer.Done(new Ticket(9), Price.of("1.1"), Lots.of("0.10")));
  }

  @Test
  void a_result_that_never_comes_is_unknown_and_keeps_the_slot() {
    terminal.takes();
    assertThat(bridge.open(entry())).isInstanceOf(Answer.Unknown.class);
    assertThat(bridge.open(entry())).isInstanceOf(Answer.NotSent.class);
    ClassicBridge restarted = terminal.bridge(BridgeSettings.in(folder, new Currency("USD")));
    assertThat(restarted.open(entry())).isInstanceOf(Answer.NotSent.class);
    assertThat(terminal.read()).hasSize(1);
    time.advance(Duration.ofSeconds(91));
    terminal.takes();
    assertThat(restarted.open(entry(time.instant().plusSeconds(8))))
        .isInstanceOf(Answer.Unknown.class);
    assertThat(terminal.read()).hasSize(2);
  }

  @Test
  void a_late_result_frees_the_slot() throws IOException {
    terminal.takes();
    assertThat(bridge.open(entry())).isInstanceOf(Answer.Unknown.class);
    Files.writeString(
        folder.resolve("bitten_results.txt"),
        "{\"id\": \"" + ID + "\", \"status\": \"success\", \"ticket\": 77, \"price\": 1.1}");
    terminal.takes();
    assertThat(bridge.open(entry())).isInstanceOf(Answer.Done.class);
  }

  @Test
  void an_instruction_that_is_not_read_by_its_deadline_is_taken_back() {
    Answer answer = bridge.open(entry(Some.NOW.plusSeconds(8)));
    assertThat(answer).isInstanceOf(Answer.Unknown.class);
    assertThat(folder.resolve("bitten_instructions.txt")).doesNotExist();
    assertThat(time.instant()).isBefore(Some.NOW.plusSeconds(10));
  }

  @Test
  void nothing_is_written_over_an_unread_instruction() throws IOException {
    Files.writeString(folder.resolve("bitten_instructions.txt"), "X,EURUSD,BUY,1,0,1,1\n");
    assertThat(bridge.open(entry())).isInstanceOf(Answer.NotSent.class);
    assertThat(folder.resolve("bitten_instructions.txt")).hasContent("X,EURUSD,BUY,1,0,1,1\n");
  }

  @Test
  void a_folder_that_is_gone_has_sent_nothing() {
    ClassicBridge gone =
        terminal.bridge(BridgeSettings.in(folder.resolve("missing"), new Currency("USD")));
    assertThat(gone.open(entry())).isInstanceOf(Answer.NotSent.class);
  }

  @Test
  void only_rejected_is_a_no_for_failed_tells_the_last_of_several_tries_alone() throws IOException {
    assertThat(answered("failed", "not enough money (10019)")).isInstanceOf(Answer.Unknown.class);
    assertThat(answered("failed", "timeout 10012")).isInstanceOf(Answer.Unknown.class);
    assertThat(answered("failed", "OrderSend error")).isInstanceOf(Answer.Unknown.class);
    assertThat(answered("rejected", "")).isInstanceOf(Answer.No.class);
    assertThat(answered("rejected", "bad volume (10014)"))
        .isEqualTo(new Answer.No("TRADE_RETCODE_INVALID_VOLUME", "bad volume (10014)"));
    assertThat(answered("rejected", "timeout 10012")).isInstanceOf(Answer.Unknown.class);
    assertThat(answered("weird", "")).isInstanceOf(Answer.Unknown.class);
    assertThat(answered("filled", "")).isInstanceOf(Answer.DoneUntold.class);
  }

  private Answer answered(String status, String message) throws IOException {
    Files.deleteIfExists(folder.resolve("bitten_results.txt"));
    terminal.takes();
    terminal.writes(
        "{\"id\": \"%s\", \"status\": \"%s\", \"message\": \"%s\"}".formatted(ID, status, message));
    return bridge.open(entry());
  }

  @Test
  void positions_are_known_when_the_status_lists_them() throws IOException {
    terminal.status(
        """
        {"type": "heartbeat", "connected": true, "positions": [{"ticket": 77, "symbol": "EURUSD",
         "type": "BUY", "volume": 0.10, "open_price": 1.1, "sl": 1.098, "tp": 1.103, "profit": 1,
         "magic": 20250626, "comment": "BITTEN_%s", "open_time": "2024.01.02 10:00:00"}],
         "account": {"balance": 100, "equity": 101, "margin": 1, "free_margin": 100}}\
        """
            .formatted(ID));
    assertThat(bridge.look())
        .isInstanceOfSatisfying(
            Look.Complete.class,
            look -> assertThat(look.comments().get(new Ticket(77))).contains(ID));
  }

  @Test
  void a_count_of_positions_is_an_answer_only_when_it_is_zero() throws IOException {
    String money =
        "\"account\": {\"balance\": 1, \"equity\": 1, \"margin\": 0, \"free_margin\": 1}}";
    terminal.status("{\"connected\": true, \"positions\": 1, " + money);
    assertThat(bridge.look()).isInstanceOf(Look.Incomplete.class);
    terminal.status("{\"connected\": true, \"positions\": 0, " + money);
    assertThat(bridge.look()).isInstanceOf(Look.Complete.class);
    terminal.status("{\"connected\": false, \"positions\": 0, " + money);
    assertThat(bridge.look()).isInstanceOf(Look.Incomplete.class);
  }

  @Test
  void a_status_that_is_no_longer_written_is_a_terminal_that_is_gone() throws IOException {
    terminal.status("{\"connected\": true, \"positions\": 0}");
    assertThat(bridge.health()).isInstanceOf(RouteHealth.Up.class);
    time.advance(Duration.ofSeconds(16));
    assertThat(bridge.health()).isInstanceOf(RouteHealth.Down.class);
  }

  @Test
  void an_ended_position_is_told_with_its_money() throws IOException {
    positions_are_known_when_the_status_lists_them();
    Files.writeString(
        folder.resolve("bitten_results.txt"),
        "TRADE_CLOSED|ticket:77|close_price:1.101|profit:10.000000000000002|swap:-1|commission:-0.5|close_time:x\n");
    bridge.look();
    assertThat(bridge.history(Some.NOW))
        .isInstanceOfSatisfying(
            History.ExitsOnly.class,
            exits -> assertThat(exits.deals().getFirst().net()).isEqualTo(Some.usd("8.5")));
  }

  @Test
  void an_ea_that_only_opens_is_not_asked_to_close() {
    PositionClose close =
        new PositionClose(
            "C1N1", new Ticket(77), Some.EURUSD, Direction.BUY, Lots.of("0.10"), Some.magic());
    assertThat(bridge.close(close)).isInstanceOf(Answer.No.class);
  }

  private static Entry entry() {
    return entry(Some.NOW.plusSeconds(600));
  }

  private static Entry entry(Instant deadline) {
    return new Entry(
        Some.ORDER,
        1,
        Some.magic(),
        Some.EURUSD,
        Direction.BUY,
        Lots.of("0.10"),
        Price.of("1.09800"),
        Price.of("1.10300"),
        20,
        deadline,
        7,
        0);
  }
}
