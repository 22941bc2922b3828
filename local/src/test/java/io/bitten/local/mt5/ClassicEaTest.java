package io.bitten.local.mt5;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitten.core.relay.Retcode;
import io.bitten.local.mt5.ClassicEa.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassicEaTest {
  private static final String GOOD = "ORD1,EURUSD,BUY,0.10,0,1.10500,1.09500";

  @TempDir Path folder;
  private final AtomicLong nanos = new AtomicLong();
  private Path files;
  private Desk desk;
  private ClassicEa ea;

  @BeforeEach
  void start() throws IOException {
    files = Files.createDirectories(folder.resolve("Files"));
    desk = Desk.still(folder.resolve("accounts"));
    ea = ea();
  }

  @Test
  void an_instruction_is_taken_traded_and_answered() throws IOException {
    write(GOOD);
    ea.step();
    JsonNode result = read("bitten_results.txt");

    assertThat(files.resolve("bitten_instructions.txt")).doesNotExist();
    assertThat(result.path("id").asText()).isEqualTo("ORD1");
    assertThat(result.path("status").asText()).isEqualTo("success");
    assertThat(result.path("price").decimalValue()).isEqualByComparingTo("1.1001");
    assertThat(result.path("timestamp").asText()).isEqualTo("2024.03.04 02:10:00");
    assertThat(result.at("/account/balance").decimalValue()).isEqualByComparingTo("10000");
    PositionView position = desk.terminal.positions().getFirst();
    assertThat(position.ticket()).isEqualTo(result.path("ticket").asLong());
    assertThat(position.takeProfit()).as("TP comes before SL").isEqualByComparingTo("1.10500");
    assertThat(position.stopLoss()).isEqualByComparingTo("1.09500");
    assertThat(position.magic()).isEqualTo(20_250_626);
  }

  @Test
  void there_is_one_slot_and_each_result_overwrites_the_last() throws IOException {
    write(GOOD);
    ea.step();
    ea.step();
    assertThat(desk.terminal.positions()).hasSize(1);
    write("ORD2,EURUSD,SELL,0.10,0,1.09500,1.10500\nORD3,EURUSD,SELL,0.10,0,1.09500,1.10500");
    ea.step();
    ea.step();

    assertThat(read("bitten_results.txt").path("id").asText()).isEqualTo("ORD2");
    assertThat(desk.terminal.positions()).as("only the first line counts").hasSize(2);
  }

  @Test
  void what_is_half_written_is_taken_and_lost() throws IOException {
    try (var writing = Files.newOutputStream(files.resolve("bitten_instructions.txt"))) {
      ea.step();
      writing.write(GOOD.getBytes(StandardCharsets.US_ASCII));
    }
    ea.step();

    assertThat(files.resolve("bitten_results.txt")).doesNotExist();
    assertThat(desk.terminal.positions()).isEmpty();
  }

  @Test
  void one_that_is_taken_back_at_any_moment_harms_nobody() throws Exception {
    Path instruction = files.resolve("bitten_instructions.txt");
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService relay = Executors.newSingleThreadExecutor()) {
      Future<?> done =
          relay.submit(
              () -> {
                while (!over.get()) {
                  handOver(files, "ORD1,EURUSD,HOLD,0.10,0,0,0");
                  Files.deleteIfExists(instruction);
                }
                return over;
              });
      try {
        for (int step = 0; step < 20_000; step++) {
          ea.step();
        }
      } finally {
        over.set(true);
      }
      done.get();
    }
    assertThat(desk.terminal.positions()).isEmpty();
  }

  @Test
  void it_has_no_memory_of_an_id() throws IOException {
    write(GOOD);
    ea.step();
    write(GOOD);
    ea().step();

    assertThat(desk.terminal.positions()).hasSize(2);
  }

  @Test
  void what_cannot_be_done_failed_with_the_reason() throws IOException {
    assertThat(failure("ORD1,EURUSD,BUY,20,0,0,0")).contains("10019");
    assertThat(failure("ORD1,EURUSD,BUY")).contains("format");
    assertThat(failure("ORD1,EURUSD,HOLD,0.1,0,0,0")).contains("Invalid");
    assertThat(failure("ORD1,EURUSD,BUY,x,0,0,0")).contains("Invalid");
    assertThat(failure("ORD1,EURUSD,BUY,1e999999999,0,0,0")).contains("10014");
    assertThat(failure("ORD1,XXXXXX,BUY,0.1,0,0,0")).contains("10013");
    assertThat(desk.terminal.positions()).isEmpty();
  }

  @Test
  void an_entry_is_sent_up_to_three_times_and_the_last_return_code_told() throws IOException {
    desk.terminal.script(new Scripted.DoneButSays(Retcode.TIMEOUT));
    desk.terminal.script(new Scripted.Refuse(Retcode.NO_MONEY));
    desk.terminal.script(new Scripted.Refuse(Retcode.NO_MONEY));
    assertThat(failure(GOOD)).contains("10019");
    assertThat(desk.terminal.positions()).as("executed by the first try").hasSize(1);

    desk.terminal.script(new Scripted.Refuse(Retcode.REQUOTE));
    write("ORD2,EURUSD,SELL,0.10,0,1.09500,1.10500");
    ea.step();
    assertThat(read("bitten_results.txt").path("status").asText()).isEqualTo("success");
    assertThat(desk.terminal.positions()).hasSize(2);
  }

  @Test
  void an_ea_that_closes_lists_what_it_has() throws IOException {
    ClassicEa closing = ea(Dialect.CLOSES);
    write(GOOD);
    closing.step();
    long ticket = read("bitten_results.txt").path("ticket").asLong();
    JsonNode status = read("bitten_status.txt");
    assertThat(status.at("/positions/0/ticket").asLong()).isEqualTo(ticket);
    assertThat(status.at("/account/currency").asText()).isEqualTo("USD");

    write("ORD2,EURUSD,CLOSE,0,%d,0,0".formatted(ticket));
    closing.step();
    assertThat(read("bitten_results.txt").path("status").asText()).isEqualTo("success");
    assertThat(desk.terminal.positions()).isEmpty();
    write("ORD1,EURUSD,CLOSE,0,%d,0,0".formatted(ticket));
    ea.step();
    assertThat(read("bitten_results.txt").path("message").asText())
        .as("an EA that only opens")
        .contains("Invalid");
  }

  @Test
  void the_status_is_written_at_every_heartbeat() throws IOException {
    ea.step();
    assertThat(read("bitten_status.txt").path("connected").asBoolean()).isTrue();
    assertThat(read("bitten_status.txt").path("timestamp").asText())
        .isEqualTo("2024.03.04 02:10:00");
    desk.pass(Duration.ofSeconds(4));
    nanos.addAndGet(Duration.ofMillis(4_900).toNanos());
    ea.step();
    assertThat(read("bitten_status.txt").path("timestamp").asText())
        .isEqualTo("2024.03.04 02:10:00");
    nanos.addAndGet(Duration.ofMillis(100).toNanos());
    ea.step();
    assertThat(read("bitten_status.txt").path("timestamp").asText())
        .isEqualTo("2024.03.04 02:10:04");
  }

  @Test
  void terminal_time_is_seven_hours_ahead_of_new_york_in_every_season() {
    assertThat(TerminalTime.text(Instant.parse("2026-01-14T22:00:00Z")))
        .isEqualTo("2026.01.15 00:00:00");
    assertThat(TerminalTime.text(Instant.parse("2026-03-11T21:00:00Z")))
        .isEqualTo("2026.03.12 00:00:00");
    assertThat(TerminalTime.text(Instant.parse("2026-10-28T21:00:00Z")))
        .isEqualTo("2026.10.29 00:00:00");
  }

  @Test
  void on_its_thread_it_answers_within_a_few_polls() throws IOException {
    ClassicEa.Settings settings =
        ClassicEa.Settings.usual(folder.resolve("running"), Dialect.OPENS);
    try (FileBridgeSim running =
        FileBridgeSim.start(desk.terminal, settings, Duration.ofMillis(2))) {
      assertThat(running).isNotNull();
      handOver(settings.folder(), GOOD);
      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (desk.terminal.positions().isEmpty() && System.nanoTime() < deadline) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    assertThat(desk.terminal.positions()).hasSize(1);
  }

  private ClassicEa ea() {
    return ea(Dialect.OPENS);
  }

  private ClassicEa ea(Dialect dialect) {
    return new ClassicEa(desk.terminal, ClassicEa.Settings.usual(files, dialect), nanos::get);
  }

  private String failure(String line) throws IOException {
    write(line);
    ea.step();
    JsonNode result = read("bitten_results.txt");
    assertThat(result.path("id").asText()).isEqualTo("ORD1");
    assertThat(result.path("status").asText()).isEqualTo("failed");
    return result.path("message").asText();
  }

  private void write(String text) throws IOException {
    Files.writeString(files.resolve("bitten_instructions.txt"), text);
  }

  /**
   * Whole or not at all: an EA on its thread takes what is half written, and runs nothing of it.
   */
  private static void handOver(Path files, String text) throws IOException {
    Path draft = Files.writeString(files.resolve("draft"), text);
    Files.move(draft, files.resolve("bitten_instructions.txt"), StandardCopyOption.ATOMIC_MOVE);
  }

  private JsonNode read(String file) throws IOException {
    return Wire.mapper().readTree(Files.readString(files.resolve(file)));
  }
}
