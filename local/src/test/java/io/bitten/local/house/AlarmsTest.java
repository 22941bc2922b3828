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

  @Test
  void every_measure_of_ours_that_an_alarm_waits_for_is_taken_somewhere() {
    String code =
        Repository.files(".java").stream()
            .filter(file -> Repository.name(file).startsWith("functions/src/main"))
            .map(Repository::text)
            .collect(Collectors.joining());
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
}
