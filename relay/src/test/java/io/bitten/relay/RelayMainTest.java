package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayMainTest {
  @TempDir Path folder;

  @Test
  void help_is_no_error_and_wrong_arguments_are() {
    assertThat(RelayMain.run("--help")).isZero();
    assertThat(RelayMain.run("run", "--help")).isZero();
    assertThat(RelayMain.run("check", "--help")).isZero();
    assertThat(RelayMain.run()).isEqualTo(2);
    assertThat(RelayMain.run("run")).isEqualTo(2);
    assertThat(RelayMain.run("fly")).isEqualTo(2);
  }

  @Test
  void a_file_that_cannot_be_used_ends_with_2() throws IOException {
    assertThat(RelayMain.run("check", "--config", folder.resolve("none.yml").toString()))
        .isEqualTo(2);
    Path bad = Files.writeString(folder.resolve("bad.yml"), "name: [");
    assertThat(RelayMain.run("run", "--config", bad.toString())).isEqualTo(2);
  }
}
