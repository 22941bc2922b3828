package io.bitten.adapters.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.market.Currency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An EA that finds its result file open cannot write its result, and never tells it again. */
final class BridgeFilesTest {
  @TempDir Path folder;
  private BridgeFiles files;

  @BeforeEach
  void start() {
    files = new BridgeFiles(BridgeSettings.in(folder, new Currency("USD")), () -> 0, pause -> {});
  }

  @Test
  void the_result_file_is_opened_once_a_change() throws IOException {
    assertThat(files.results()).isEmpty();
    write("A", 1);
    assertThat(id()).isEqualTo("A");
    write("B", 1);
    for (int i = 0; i < 40; i++) {
      assertThat(id()).as("told from memory").isEqualTo("A");
    }
    write("C", 2);
    assertThat(id()).isEqualTo("C");
  }

  @Test
  void a_change_that_the_file_system_does_not_tell_is_found_within_seconds() throws IOException {
    write("A", 1);
    assertThat(id()).isEqualTo("A");
    write("B", 1);
    for (int i = 0; i < 50; i++) {
      files.results();
    }
    assertThat(id()).isEqualTo("B");
  }

  @Test
  void a_result_that_is_gone_or_half_written_is_none_until_it_is_whole() throws IOException {
    write("A", 1);
    assertThat(id()).isEqualTo("A");
    Files.delete(file());
    assertThat(files.results()).isEmpty();
    Files.writeString(file(), "{\"id\": \"A");
    assertThat(files.results()).isEmpty();
    assertThat(files.results()).isEmpty();
    write("A", 1);
    assertThat(id()).isEqualTo("A");
  }

  private String id() {
    return ((BridgeRecord.Outcome) files.results().getFirst()).id();
  }

  private Path file() {
    return folder.resolve("bitten_results.txt");
  }

  private void write(String id, long second) throws IOException {
    Files.writeString(file(), "{\"id\": \"" + id + "\", \"status\": \"success\"}");
    Files.setLastModifiedTime(file(), FileTime.fromMillis(second * 1000));
  }
}
