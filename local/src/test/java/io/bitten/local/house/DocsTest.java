package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.chat.CommandName;
import io.bitten.core.order.Edges;
import io.bitten.local.Bitten;
import io.bitten.relay.RelayMain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

/** What the documents name is there: files, types, commands, alarms, and every edge of an order. */
final class DocsTest {
  /** They begin in one place and are made by a person, or by the program that runs. */
  private static final Set<String> MADE_LATER =
      Set.of("relay.yml", "egress.yml", "mt5_bridge.json", "bitten_results/ID.json");

  private static final Pattern TYPE = Pattern.compile("[A-Z][a-z]+(?:[A-Z][a-z0-9]+)+");
  private static final Pattern MEMBER = Pattern.compile("([A-Z]\\w+)\\.([A-Za-z]\\w+)(?:\\(.*)?");
  private static final Pattern BITTEN = Pattern.compile("\\./bitten (\\w[\\w-]*)");
  private static final Pattern RELAY = Pattern.compile("(?<![\\w-])relay (run|check|[a-z]+) --");
  private static final Pattern ALARM =
      Pattern.compile("AlarmName: !Sub bitten-\\$\\{Stage}-([a-z-]+)");
  private static final Pattern STATE = Pattern.compile("[A-Z]{3,}");

  @Test
  void every_file_that_a_document_names_and_every_link_is_there() {
    assertThat(
            Document.all().stream()
                .flatMap(
                    one ->
                        Stream.concat(one.missingFiles().stream(), one.brokenLinks().stream())
                            .filter(name -> !MADE_LATER.contains(name))
                            .map(name -> one.name() + ": " + name)))
        .isEmpty();
  }

  @Test
  void every_type_and_member_that_a_document_names_is_in_a_source() {
    String sources =
        Stream.of(".java", ".yaml", ".mq5", ".mqh")
            .flatMap(ending -> Repository.files(ending).stream())
            .map(Repository::text)
            .collect(Collectors.joining("\n"));
    Set<String> words = words(sources);
    List<String> unknown = new ArrayList<>();
    for (Document one : Document.all()) {
      for (String code : one.codes()) {
        MatchResult member = MEMBER.matcher(code).results().findFirst().orElse(null);
        boolean whole = member != null && member.group().equals(code);
        boolean named =
            whole
                ? words.contains(member.group(1)) && words.contains(member.group(2))
                : !TYPE.matcher(code).matches() || words.contains(code);
        if (!named && !code.contains("/") && !code.matches(".*\\.(java|md|yml|yaml|json)")) {
          unknown.add(one.name() + ": " + code);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void every_command_that_a_document_names_exists() {
    Set<String> bitten = commandsOf(Bitten.class);
    bitten.add("bench");
    Set<String> relay = commandsOf(RelayMain.class);
    List<String> unknown = new ArrayList<>();
    for (Document one : Document.all()) {
      named(BITTEN, one.text(), bitten).forEach(it -> unknown.add(one.name() + ": bitten " + it));
      named(RELAY, one.text(), relay).forEach(it -> unknown.add(one.name() + ": relay " + it));
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void the_life_of_an_order_has_exactly_the_edges_that_exist() {
    Map<String, String> told = new TreeMap<>();
    for (List<String> row : Document.named("docs/life-of-an-order.md").rows(STATE)) {
      if (row.size() > 2 && STATE.matcher(row.get(2)).lookingAt()) {
        told.put(row.get(0) + " " + row.get(1).replace("`", ""), row.get(2).split("\\W")[0]);
      }
    }
    assertThat(told).containsExactlyInAnyOrderEntriesOf(Edges.ALL);
  }

  @Test
  void the_runbook_has_a_word_on_every_alarm() {
    String runbook = Document.named("docs/runbook.md").text();
    String watch = Repository.text(Repository.root().resolve("infra/watch.yaml"));
    List<String> alarms =
        ALARM.matcher(watch).results().map(found -> found.group(1)).distinct().toList();
    assertThat(alarms)
        .hasSizeGreaterThan(5)
        .allSatisfy(alarm -> assertThat(runbook).as(alarm).contains("`" + alarm));
  }

  @Test
  void every_word_to_the_bot_that_the_runbook_names_is_one() {
    Set<String> words =
        Stream.of(CommandName.values())
            .map(command -> "/" + command.word())
            .collect(Collectors.toSet());
    List<String> named =
        Document.named("docs/runbook.md").codes().stream()
            .filter(code -> code.startsWith("/"))
            .map(code -> code.split(" ")[0])
            .toList();
    assertThat(named).hasSizeGreaterThan(5).allSatisfy(word -> assertThat(words).contains(word));
  }

  private static Set<String> commandsOf(Class<?> root) {
    return Stream.of(root.getAnnotation(Command.class).subcommands())
        .map(type -> type.getAnnotation(Command.class).name())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> named(Pattern command, String text, Set<String> known) {
    return command
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !known.contains(name));
  }

  private static Set<String> words(String text) {
    return Pattern.compile("\\w+")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
