package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rules of CONTRIBUTING.md that a parser can see, on every Java file of the repository, and how
 * long a file of code may be.
 */
final class TidyTest {
  private static final Path PLANTED = Path.of("local/src/test/resources/house");

  private static List<Finding> findings = List.of();

  @BeforeAll
  static void inspect() {
    Map<String, String> texts = new LinkedHashMap<>();
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

  @ParameterizedTest
  @EnumSource
  void no_file_of_code_is_longer_than_its_kind_may_be(Size size) {
    assertThat(size.tooLong(size.texts())).as(size.sentence()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_file_with_a_line_too_many_is_found_and_one_without_is_not(Size size) {
    Map<String, String> planted =
        Map.of(
            "Long", "line\n".repeat(size.mostLines() + 1),
            "Short", "line\n".repeat(size.mostLines()));

    assertThat(size.tooLong(planted)).as(size.sentence()).containsOnlyKeys("Long");
  }

  @ParameterizedTest
  @EnumSource
  void there_is_a_file_of_every_ending(Size size) {
    assertThat(size.endings()).allMatch(ending -> !Repository.files(ending).isEmpty());
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
