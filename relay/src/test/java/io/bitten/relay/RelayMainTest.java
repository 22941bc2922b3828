package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it hears all that is said to System.err")
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
  void a_wrong_argument_is_one_sentence_and_where_help_is() {
    assertThat(said(2, "run"))
        .isEqualTo("relay: Missing required option: '--config=FILE'\nSee: relay run --help");
    assertThat(said(2, "chekc"))
        .isEqualTo("relay: there is no command chekc; did you mean check?\nSee: relay --help");
    assertThat(said(2, "check", "relay.yml", "--config", "relay.yml"))
        .isEqualTo("relay: check takes no argument: relay.yml\nSee: relay check --help");
  }

  @Test
  void no_line_of_the_help_is_broken_where_it_was_not_meant_to_be() {
    assertThat(RelayMain.commandLine().getSubcommands().values())
        .flatExtracting(it -> Arrays.asList(it.getCommandSpec().usageMessage().footer()))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void a_file_that_cannot_be_used_ends_with_2() throws IOException {
    assertThat(RelayMain.run("check", "--config", folder.resolve("none.yml").toString()))
        .isEqualTo(2);
    Path bad = Files.writeString(folder.resolve("bad.yml"), "name: [");
    assertThat(RelayMain.run("run", "--config", bad.toString())).isEqualTo(2);
  }

  @Test
  void a_machine_whose_country_has_digits_of_its_own_gets_the_same_sentence() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yml"), "name: [");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(said(2, "check", "--config", bad.toString())).contains("bad.yml line 1: ");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_file_that_is_not_there_is_named_with_what_it_is_made_from() {
    Path none = folder.resolve("none.yml");
    for (String command : new String[] {"run", "check", "diff"}) {
      assertThat(said(2, command, "--config", none.toString()))
          .isEqualTo("relay: there is no file " + none + "; copy relay.example.yml");
    }
    assertThat(said(2, "run", "--config", folder.toString()))
        .isEqualTo("relay: " + folder + " is a folder and not a file");
  }

  @Test
  void a_second_file_that_cannot_be_used_ends_with_2_and_one_sentence() throws IOException {
    String bridge = example().replace("route: FARM", "route: BRIDGE");
    Path second = folder.resolve("mt5_bridge.json");
    assertSecond(bridge, "there is no file " + second + "; copy mt5_bridge.example.json");
    Files.writeString(second, "{");
    assertSecond(bridge, second + ": ");
    Files.writeString(second, "{\"mt5\": {}}");
    assertSecond(bridge, second + ": bridge is missing");

    String egress = example().replace("# egress: egress.yml", "egress: egress.yml");
    Path way = folder.resolve("egress.yml");
    assertSecond(egress, "there is no file " + way + "; copy egress.example.yml");
    Files.writeString(way, "enabled: perhaps");
    assertSecond(egress, "egress.yml");
  }

  @Test
  void what_relay_yml_says_of_the_farm_and_the_key_ends_with_2() throws IOException {
    assertSecond(
        example().replace("http://127.0.0.1:8001", "http://8.8.8.8"),
        "farm of account 500123@Demo-Server: ");
    Path file =
        Files.writeString(
            folder.resolve("relay.yml"), example().replace("cloud-1:MCow", "cloud-1:"));
    for (String command : new String[] {"run", "check"}) {
      assertThat(said(2, command, "--config", file.toString()))
          .as(command)
          .startsWith("relay: verify_key: ");
    }
  }

  @Test
  void a_folder_that_cannot_be_made_is_a_sentence() throws IOException {
    Files.writeString(folder.resolve("journal"), "a file where the folder should be");
    Path file = Files.writeString(folder.resolve("relay.yml"), example());
    assertThat(said(1, "run", "--config", file.toString()))
        .isEqualTo("relay: " + folder.resolve("journal") + " is a file and not a folder");
  }

  private void assertSecond(String text, String sentence) throws IOException {
    Path file = Files.writeString(folder.resolve("relay.yml"), text);
    for (String command : new String[] {"run", "check", "diff"}) {
      assertThat(said(2, command, "--config", file.toString()))
          .as(command)
          .startsWith("relay: " + sentence)
          .doesNotContain("\n");
    }
  }

  private static String example() throws IOException {
    return Files.readString(Path.of("relay.example.yml"));
  }

  /** What a command that ends with this code says of its trouble. */
  private static String said(int code, String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(RelayMain.run(arguments)).isEqualTo(code);
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("SLF4J"))
        .collect(Collectors.joining("\n"));
  }
}
