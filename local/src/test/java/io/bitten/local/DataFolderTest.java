package io.bitten.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path folder;

  @Test
  void a_folder_is_taken_by_one_at_a_time() throws IOException {
    Path data = folder.resolve("data");
    try (DataFolder first = DataFolder.take(data)) {
      assertThat(first.path()).isEqualTo(data);
      assertThatThrownBy(() -> DataFolder.take(data))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("--data: another bitten or relay already runs on " + data);
    }
    try (DataFolder again = DataFolder.take(data)) {
      assertThat(again.path()).isDirectory();
    }
  }

  @Test
  void a_file_is_no_folder() throws IOException {
    Path file = Files.createFile(folder.resolve("data"));

    assertThatThrownBy(() -> DataFolder.take(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--data: cannot make the folder " + file);
  }
}
