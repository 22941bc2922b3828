package io.bitten.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What a person sees at the command line who typed something wrong. */
class BittenTest {
  @TempDir Path folder;
  private final StringWriter errors = new StringWriter();

  private int run(String... arguments) {
    CommandLine command = Bitten.commandLine();
    command.setErr(new PrintWriter(errors, true));
    command.setOut(new PrintWriter(new StringWriter()));
    return command.execute(arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up --port 99999|bitten: --port must be 0..65535: 99999",
        "up --port soon|bitten: Invalid value for option '--port': 'soon' is not",
        "up --speed 0|bitten: --speed must be 1..1000000: 0.0",
        "up --store floppy|bitten: Invalid value for option '--store'",
        "up --market nowhere.csv|bitten: --market: there is no file nowhere.csv",
        "up --bogus|bitten: Unknown option: '--bogus'",
        "demo --market nowhere.csv|bitten: --market: there is no file nowhere.csv",
        "keys --id a_b:c|bitten: --id must be 1..40 letters, digits, ., _ or -: a_b:c",
        "sim --seeds some|bitten: Invalid value for option '--seeds'",
        "sim --seed 3 --seeds 9|bitten: --seed plays one story and --seeds many: give one of them",
        "sim --mutants --json|bitten: --mutants has no --json: it is a list, one a line, name"
            + " first",
        "upp|bitten: there is no command upp; did you mean up?",
        "quark|bitten: there is no command quark",
        "up now|bitten: up takes no argument: now",
      })
  void a_wrong_argument_is_one_sentence_and_exit_2(String line, String sentence) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(errors.toString()).startsWith(sentence).doesNotContain("Exception", "\tat ");
    assertThat(errors.toString().lines()).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void what_a_real_market_would_leave_unused_is_a_wrong_argument() {
    Map<String, String> market = Map.of("TRADERMADE_KEY", "k");
    Map<String, String> all =
        Map.of(
            "TRADERMADE_KEY",
            "k",
            "MT5_FARM_URL",
            "https://farm.example.com",
            "MT5_FARM_TOKEN",
            "t",
            "MT5_ACCOUNTS",
            "5001@Some-Demo:some:USD");

    assertThat(up(market, "--speed", "7200", "--market", "nowhere.csv")).isEqualTo(2);
    assertThat(up(all, "--market", "nowhere.csv")).isEqualTo(2);
    assertThat(errors.toString()).contains("--speed is a replayed market's", "--market plays");
  }

  private int up(Map<String, String> environment, String... arguments) {
    CommandLine command =
        new CommandLine(new UpCommand(environment)).setCaseInsensitiveEnumValuesAllowed(true);
    command.setErr(new PrintWriter(errors, true));
    return command.execute(arguments);
  }

  @Test
  void a_file_that_is_no_recording_is_a_wrong_argument() throws IOException {
    Path nameless = Files.writeString(folder.resolve("prices.csv"), "a,b\n");
    Path empty = Files.writeString(folder.resolve("eurusd-h1.csv"), "a,b\n");

    assertThat(run("demo", "--market", nameless.toString())).isEqualTo(2);
    assertThat(run("demo", "--market", empty.toString())).isEqualTo(2);
    assertThat(errors.toString().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("bitten: --market: "));
  }
}
