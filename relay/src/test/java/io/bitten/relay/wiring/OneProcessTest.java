package io.bitten.relay.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneProcessTest {
  @TempDir Path folder;

  @Test
  void a_folder_is_taken_once_and_free_again_when_it_was_left() throws IOException {
    try (OneProcess first = OneProcess.in(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> OneProcess.in(folder))
          .isInstanceOf(OneProcess.Taken.class)
          .hasMessageContaining("another relay already runs");
    }
    try (OneProcess again = OneProcess.in(folder)) {
      assertThat(again).isNotNull();
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_not_said_to_be_taken() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> OneProcess.in(file.resolve("journal")))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(OneProcess.Taken.class);
  }
}
