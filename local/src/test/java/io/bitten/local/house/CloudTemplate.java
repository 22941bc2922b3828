package io.bitten.local.house;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * {@code template.yaml} as a tree of maps, lists and texts; {@code !Ref X} and {@code !GetAtt
 * X.Arn} stand in it as the texts they are.
 */
record CloudTemplate(Map<String, Object> tree) {

  static CloudTemplate read() {
    return new CloudTemplate(load("template.yaml"));
  }

  static Map<String, Object> load(String name) {
    Yaml yaml = new Yaml(new Intrinsics());
    return map(yaml.load(Repository.text(Repository.root().resolve(name))));
  }

  Map<String, Map<String, Object>> functions() {
    return properties("AWS::Serverless::Function");
  }

  /** The properties of every resource of a type, by its logical id. */
  Map<String, Map<String, Object>> properties(String type) {
    Map<String, Map<String, Object>> found = new TreeMap<>();
    map(tree.get("Resources"))
        .forEach(
            (id, resource) -> {
              if (map(resource).get("Type").equals(type)) {
                found.put(id, map(map(resource).get("Properties")));
              }
            });
    return found;
  }

  Map<String, Object> globals() {
    return map(map(tree.get("Globals")).get("Function"));
  }

  Map<String, Object> variables() {
    return map(map(globals().get("Environment")).get("Variables"));
  }

  /** All that a function has: what all functions have, and its own. */
  Map<String, Object> variables(Map<String, Object> function) {
    Map<String, Object> all = variables();
    if (function.containsKey("Environment")) {
      all.putAll(map(map(function.get("Environment")).get("Variables")));
    }
    return all;
  }

  /** What a function sets itself, else what all functions have. */
  Object of(Map<String, Object> function, String property) {
    return function.getOrDefault(property, globals().getOrDefault(property, ""));
  }

  /** The events of a type of one function. */
  static List<Map<String, Object>> events(Map<String, Object> function, String type) {
    return map(function.getOrDefault("Events", Map.of())).values().stream()
        .map(CloudTemplate::map)
        .filter(event -> event.get("Type").equals(type))
        .map(event -> map(event.get("Properties")))
        .toList();
  }

  static Map<String, Object> map(Object value) {
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, held) -> copy.put(String.valueOf(key), held));
    return copy;
  }

  private static final class Intrinsics extends SafeConstructor {
    private Intrinsics() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              return switch (node) {
                case ScalarNode text -> node.getTag().getValue() + " " + text.getValue();
                case SequenceNode list -> constructSequence(list);
                case MappingNode map -> constructMapping(map);
                default -> throw new IllegalStateException("no such node: " + node);
              };
            }
          });
    }
  }
}
