package io.bitten.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the functions have for variables. */
final class EnvironmentTest {
  /** Of all names and values of one function (AWS Lambda, "Quotas"). */
  private static final int MOST = 4_096;

  private static final String LONGEST_QUEUE_ADDRESS =
      "https://sqs.ap-southeast-1.amazonaws.com/123456789012/";

  private final CloudTemplate template = CloudTemplate.read();

  @Test
  void at_their_longest_the_variables_of_a_function_are_not_too_many_for_lambda() {
    template
        .functions()
        .forEach(
            (id, function) ->
                assertThat(longest(template.variables(function))).as(id).isLessThan(MOST));
  }

  @Test
  void the_demo_accounts_are_the_chats_alone() {
    Set<String> having = new TreeSet<>();
    template
        .functions()
        .forEach(
            (id, function) -> {
              if (template.variables(function).toString().contains("!Ref Demo")) {
                having.add(id);
              }
            });

    assertThat(having).containsExactly("ChatFunction");
  }

  @Test
  void one_name_means_one_value_in_all_functions() {
    Map<String, Object> values = new HashMap<>(template.variables());
    template
        .functions()
        .forEach(
            (id, function) ->
                template
                    .variables(function)
                    .forEach(
                        (name, value) -> {
                          values.putIfAbsent(name, value);
                          assertThat(value).as(id + " " + name).isEqualTo(values.get(name));
                        }));
  }

  private int longest(Map<String, Object> variables) {
    return variables.entrySet().stream()
        .mapToInt(one -> one.getKey().length() + longest(String.valueOf(one.getValue())))
        .sum();
  }

  private int longest(String value) {
    if (!value.startsWith("!Ref ")) {
      return named(value).length();
    }
    String id = value.replace("!Ref ", "");
    Map<String, Object> parameters = CloudTemplate.map(template.tree().get("Parameters"));
    if (parameters.containsKey(id)) {
      return longest(id, CloudTemplate.map(parameters.get(id)));
    }
    Map<String, Object> resource =
        CloudTemplate.map(CloudTemplate.map(template.tree().get("Resources")).get(id));
    Map<String, Object> properties = CloudTemplate.map(resource.get("Properties"));
    String name =
        Stream.of("QueueName", "TableName", "Name")
            .filter(properties::containsKey)
            .map(property -> named(String.valueOf(properties.get(property))))
            .findFirst()
            .orElseThrow();
    boolean queue = resource.get("Type").equals("AWS::SQS::Queue");
    return name.length() + (queue ? LONGEST_QUEUE_ADDRESS.length() : 0);
  }

  private static int longest(String id, Map<String, Object> parameter) {
    if (parameter.get("AllowedValues") instanceof List<?> values) {
      return values.stream().mapToInt(one -> String.valueOf(one).length()).max().orElseThrow();
    }
    assertThat(parameter).as(id).containsKeys("MaxLength", "ConstraintDescription");
    return (int) parameter.get("MaxLength");
  }

  private static String named(String value) {
    return value.replace("!Sub ", "").replace("${Stage}", "tencharact");
  }
}
