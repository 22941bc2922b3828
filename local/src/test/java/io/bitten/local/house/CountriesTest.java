package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A format writes a number in the digits of the machine's country, unless it is told otherwise. */
final class CountriesTest {
  @Test
  void every_command_begins_by_writing_numbers_as_in_every_country() {
    List<Path> commands =
        Repository.files(".java").stream()
            .filter(file -> Repository.name(file).contains("/src/main/"))
            .filter(file -> Repository.text(file).contains("public static void main("))
            .toList();

    assertThat(commands)
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(Repository.text(file))
                    .as(Repository.name(file))
                    .contains("Locale.setDefault(Locale.ROOT);"));
  }
}
