package io.bitten.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shapes of a YAML tree, checked. */
final class Trees {
  private Trees() {}

  static Map<String, Object> map(String where, Object node) {
    if (!(node instanceof Map<?, ?> map)) {
      throw new TemplateProblem(where, "a mapping must stand here, was " + node);
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }

  static List<Object> list(String where, Object node) {
    if (!(node instanceof List<?> list)) {
      throw new TemplateProblem(where, "a list must stand here, was " + node);
    }
    return List.copyOf(list);
  }

  /** The children of a section that may be missing. */
  static Map<String, Object> optional(Map<String, Object> parent, String key) {
    return parent.containsKey(key) ? map(key, parent.get(key)) : Map.of();
  }
}
