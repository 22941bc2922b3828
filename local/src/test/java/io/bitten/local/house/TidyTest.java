package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of CONTRIBUTING.md that a parser can see, on every Java file of the repository. */
final class TidyTest {
  private static final int MOST_LINES_OF_A_FILE = 250;
  private static final Path PLANTED = Path.of("local/src/test/resources/house");

  private static List<Finding> findings = List.of();
  private static Map<String, String> texts = Map.of();

  @BeforeAll
  static void inspect() {
    texts = new LinkedHashMap<>();
    for (Path file : Repository.files(".java")) {
      texts.put(Repository.name(file), Repository.text(file));
    }
    findings = inspect(texts);
  }

  @ParameterizedTest
  @EnumSource
  void every_source_keeps_the_rule(Rule rule) {
    assertThat(findings).as(rule.sentence()).filteredOn(Finding::rule, rule).isEmpty();
  }

  @Test
  void no_file_is_longer_than_250_lines() {
    Map<String, Long> tooLong = new LinkedHashMap<>();
    texts.forEach((path, text) -> tooLong.put(path, text.lines().count()));
    tooLong.values().removeIf(lines -> lines <= MOST_LINES_OF_A_FILE);

    assertThat(tooLong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_rule_finds_its_planted_offence(Rule rule) {
    Path folder = Repository.root().resolve(PLANTED);
    List<Finding> planted =
        inspect(
            Map.of(
                "room/src/main/java/Untidy.java", Repository.text(folder.resolve("Untidy.txt")),
                "room/src/test/java/Unseen.java", Repository.text(folder.resolve("Unseen.txt"))));

    assertThat(planted).as(rule.sentence()).extracting(Finding::rule).contains(rule);
  }

  private static List<Finding> inspect(Map<String, String> texts) {
    List<Source> sources = Source.parse(texts);
    ClosedSets sets = ClosedSets.of(sources);
    return sources.stream().flatMap(source -> Inspection.of(source, sets).stream()).toList();
  }
}
