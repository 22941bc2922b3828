package io.bitten.local.template;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The template's parameters with the values of this start. */
final class Parameters {
  private final Map<String, Object> declared;
  private final Map<String, String> values;

  Parameters(Map<String, Object> declared, Map<String, String> overrides) {
    this.declared = Map.copyOf(declared);
    this.values = new HashMap<>(overrides);
    overrides.keySet().stream()
        .filter(name -> !declared.containsKey(name))
        .forEach(
            name -> {
              throw new TemplateProblem("Parameters", "there is no parameter " + name);
            });
  }

  boolean has(String name) {
    return declared.containsKey(name);
  }

  /** Text, or a list of texts for the list types. */
  Object value(String name) {
    Map<String, Object> parameter = Trees.map(name, declared.get(name));
    String type = String.valueOf(parameter.get("Type"));
    if (!values.containsKey(name)
        && (!parameter.containsKey("Default") || type.startsWith("AWS::SSM"))) {
      throw new TemplateProblem("Parameters." + name, "has no default and was given no value");
    }
    String text = values.getOrDefault(name, String.valueOf(parameter.get("Default")));
    allowed(name, parameter, text);
    boolean list = type.equals("CommaDelimitedList") || type.startsWith("List<");
    return list ? list(text) : text;
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).toList();
  }

  private static void allowed(String name, Map<String, Object> parameter, String text) {
    if (parameter.containsKey("AllowedValues")) {
      List<Object> allowed = Trees.list(name, parameter.get("AllowedValues"));
      if (allowed.stream().map(String::valueOf).noneMatch(text::equals)) {
        throw new TemplateProblem(
            "Parameters." + name, "must be one of " + allowed + ", was " + text);
      }
    }
  }
}
