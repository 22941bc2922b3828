package io.bitten.relay.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.json.Fields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLogTest {
  @TempDir Path folder;

  @Test
  void every_line_is_one_object_and_only_alarms_are_shown() throws Exception {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    try (JsonLog log = JsonLog.open(new RelayFile.Logs(folder, 1, 3), "vps-1", console)) {
      log.say("command", "Open \"quoted\"\nand broken");
      log.alarm("journal", "torn");
    }
    awaitEnd();
    List<String> lines = Files.readAllLines(folder.resolve("relay-0.log"));
    assertThat(lines).hasSize(2);
    Fields first = Fields.of(lines.getFirst().getBytes(StandardCharsets.UTF_8));
    assertThat(first.text("event", 20)).isEqualTo("command");
    assertThat(first.text("details", 50)).isEqualTo("Open \"quoted\"\nand broken");
    assertThat(first.text("relay", 20)).isEqualTo("vps-1");
    await(() -> console.toString(StandardCharsets.UTF_8).contains("torn"));
    assertThat(console.toString(StandardCharsets.UTF_8)).doesNotContain("quoted");
  }

  @Test
  void files_roll_and_the_oldest_goes() throws Exception {
    try (JsonLog log =
        JsonLog.open(new RelayFile.Logs(folder, 1, 3), "vps-1", new ByteArrayOutputStream())) {
      String details = "x".repeat(1_900);
      for (int i = 0; i < 2_500; i++) {
        log.say("command", details);
      }
    }
    awaitEnd();
    assertThat(ending(".log")).isEqualTo(3);
  }

  @Test
  void a_console_that_takes_nothing_holds_nobody_up() throws Exception {
    CountDownLatch ends = new CountDownLatch(1);
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    JsonLog log =
        JsonLog.open(new RelayFile.Logs(folder, 9, 3), "vps-1", stuckUntil(ends, console));
    try {
      assertThat(CompletableFuture.runAsync(() -> alarms(log), Thread::startVirtualThread))
          .succeedsWithin(Duration.ofMinutes(1));
    } finally {
      ends.countDown();
    }
    log.close();
    awaitEnd();
    assertThat(Files.readString(folder.resolve("relay-0.log"))).contains("once more");
    await(() -> console.toString(StandardCharsets.UTF_8).contains("lines of the log are lost"));
  }

  /** Who closes a log waits for it for some seconds alone. */
  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** The lock goes when all is written. */
  private void awaitEnd() throws Exception {
    await(() -> ending(".lck") == 0);
  }

  private long ending(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(name)).count();
    }
  }

  private static void alarms(JsonLog log) {
    for (int i = 0; i < 20_000; i++) {
      log.alarm("watch failed", "once more");
    }
  }

  private static OutputStream stuckUntil(CountDownLatch ends, OutputStream then) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        try {
          ends.await();
        } catch (InterruptedException e) {
          throw new InterruptedIOException("ended");
        }
        then.write(b);
      }
    };
  }
}
