package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes wrong only once a stack is deployed, or a second one beside it. */
final class StackTest {
  private final CloudTemplate template = CloudTemplate.read();

  @Test
  void two_stages_of_one_account_share_no_name() {
    List<Object> names = new ArrayList<>();
    CloudTemplate.map(template.tree().get("Resources")).values().stream()
        .map(resource -> CloudTemplate.map(resource).get("Properties"))
        .forEach(properties -> names.addAll(names(CloudTemplate.map(properties))));
    template.functions().values().stream()
        .flatMap(function -> CloudTemplate.events(function, "ScheduleV2").stream())
        .forEach(timer -> names.add(timer.getOrDefault("Name", "a timer without a name")));
    names.add(template.variables().get("POWERTOOLS_METRICS_NAMESPACE"));

    assertThat(names)
        .hasSizeGreaterThan(40)
        .allSatisfy(name -> assertThat((String) name).containsAnyOf("${Stage}", "!Ref "));
  }

  /** What names a resource, or the resource it belongs to. */
  private static List<Object> names(Map<String, Object> properties) {
    return properties.entrySet().stream()
        .filter(one -> one.getKey().endsWith("Name") && !one.getKey().equals("StageName"))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Test
  void a_timer_that_failed_runs_again_at_its_next_time_and_not_before() {
    for (String timer : List.of("NewsFunction", "ScoreFunction", "SweepFunction")) {
      assertThat(template.functions().get(timer))
          .as(timer)
          .containsEntry(
              "EventInvokeConfig",
              Map.of("MaximumRetryAttempts", 0, "MaximumEventAgeInSeconds", 60));
    }
  }

  @Test
  void the_halt_that_queues_its_own_next_page_is_not_cut_short_as_a_loop() {
    assertThat(template.functions().get("HaltFunction")).containsEntry("RecursiveLoop", "Allow");
  }

  @Test
  void a_function_waits_for_the_secrets_this_stack_makes_for_it() {
    Map<String, Map<String, Object>> made = template.properties("AWS::SecretsManager::Secret");
    template
        .functions()
        .forEach(
            (id, function) -> {
              Object waits =
                  CloudTemplate.map(CloudTemplate.map(template.tree().get("Resources")).get(id))
                      .getOrDefault("DependsOn", List.of());
              made.forEach(
                  (secret, properties) -> {
                    String name = String.valueOf(properties.get("Name")).replace("!Sub ", "");
                    boolean reads = String.valueOf(function.get("Policies")).contains(name);
                    assertThat(((List<?>) waits).contains(secret)).as(id + secret).isEqualTo(reads);
                  });
            });
  }

  /** Kept tables of a first deployment that failed would stand in the way of the second. */
  @Test
  void what_traders_own_outlives_the_stack_but_not_the_operation_that_failed_to_make_it() {
    Map<String, Object> resources = CloudTemplate.map(template.tree().get("Resources"));
    for (String table : List.of("UsersTable", "SignalsTable", "OrdersTable")) {
      assertThat(CloudTemplate.map(resources.get(table)))
          .as(table)
          .containsEntry("DeletionPolicy", "RetainExceptOnCreate")
          .containsEntry("UpdateReplacePolicy", "Retain");
    }
  }
}
