package io.bitten.local.template;

import java.util.List;

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

  /** The queue of that physical name; it was checked to exist when the template was read. */
  public Queue queue(String name) {
    return queues.stream().filter(queue -> queue.name().equals(name)).findFirst().orElseThrow();
  }
}
