package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An alarm on a measure that nobody takes never rings. */
final class AlarmsTest {
  private static final Pattern OWN_MEASURE =
      Pattern.compile("Namespace: !Sub BITTEN/\\$\\{Stage}\\s+MetricName: (\\w+)");

  private static final Pattern TAGGED =
      Pattern.compile("Measures\\.(?:count\\(\\s*|took\\([^;]*?)\"\\w+\",[^;]*?\"(\\w+)\"");

  @Test
  void every_measure_of_ours_that_an_alarm_waits_for_is_taken_somewhere() {
    String code = functions();
    Set<String> waitedFor = new TreeSet<>();
    Matcher measure =
        OWN_MEASURE.matcher(
            Repository.text(Repository.root().resolve(Path.of("infra/watch.yaml"))));
    while (measure.find()) {
      waitedFor.add(measure.group(1));
    }
    assertThat(waitedFor)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(code).as(name).contains("\"" + name + "\""));
  }

  @Test
  void the_dashboard_shows_every_measure_of_ours() {
    Set<String> tags = new TreeSet<>(Set.of("Service"));
    Matcher measure = TAGGED.matcher(functions());
    while (measure.find()) {
      tags.add(measure.group(1));
    }
    String watch = Repository.text(Repository.root().resolve(Path.of("infra/watch.yaml")));

    assertThat(tags)
        .contains("pair", "queue", "state")
        .allSatisfy(tag -> assertThat(watch).contains("SEARCH('{BITTEN/${Stage}," + tag + "}"));
  }

  private static String functions() {
    return Repository.files(".java").stream()
        .filter(file -> Repository.name(file).startsWith("functions/src/main"))
        .map(Repository::text)
        .collect(Collectors.joining());
  }
}
