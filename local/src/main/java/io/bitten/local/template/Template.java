package io.bitten.local.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code template.yaml} declares that runs: the local stack's wiring. All names and references
 * are resolved; purely cloud resources are left out.
 */
public record Template(
    List<LambdaFunction> functions,
    List<Queue> queues,
    List<Table> tables,
    List<String> buses,
    List<Rule> rules) {
  public Template {
    functions = List.copyOf(functions);
    queues = List.copyOf(queues);
    tables = List.copyOf(tables);
    buses = List.copyOf(buses);
    rules = List.copyOf(rules);
  }

  /**
   * The variables of all functions together: in one JVM a name can have one value only.
   *
   * @throws TemplateProblem when two functions give a name different values
   */
  public Map<String, String> environment() {
    Map<String, String> all = new HashMap<>();
    for (LambdaFunction function : functions) {
      function
          .environment()
          .forEach(
              (name, value) -> {
                String before = all.putIfAbsent(name, value);
                if (before != null && !before.equals(value)) {
                  throw new TemplateProblem(
                      function.id(), "another function has a different value for " + name);
                }
              });
    }
    return Map.copyOf(all);
  }

  /** The queue of that physical name; it was checked to exist when the template was read. */
  public Queue queue(String name) {
    return queues.stream().filter(queue -> queue.name().equals(name)).findFirst().orElseThrow();
  }
}
