package io.bitten.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} looks like in a terminal of the usual width. */
class HelpTest {
  static Stream<CommandLine> commands() {
    CommandLine bitten = Bitten.commandLine();
    return Stream.concat(Stream.of(bitten), bitten.getSubcommands().values().stream());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void no_line_is_broken_where_it_was_not_meant_to_be(CommandLine command) {
    UsageMessageSpec help = command.getCommandSpec().usageMessage();
    List<String> written =
        Stream.of(help.description(), help.footer()).flatMap(Arrays::stream).toList();

    assertThat(written).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  /** The list of commands shows the first line of a description alone. */
  @ParameterizedTest
  @MethodSource("commands")
  void a_description_begins_with_a_whole_sentence(CommandLine command) {
    assertThat(command.getCommandSpec().usageMessage().description()[0]).endsWith(".");
  }
}
