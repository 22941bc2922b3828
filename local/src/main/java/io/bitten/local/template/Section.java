package io.bitten.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One mapping of the template while it is read. Every property is taken or declared to concern the
 * cloud alone; {@link #end} refuses what is left, by name. Only what is taken is resolved.
 */
final class Section {
  private final String where;
  private final Map<String, Object> left;
  private final Intrinsics intrinsics;

  Section(String where, Map<String, Object> map, Intrinsics intrinsics) {
    this.where = where;
    this.left = new LinkedHashMap<>(map);
    this.intrinsics = intrinsics;
  }

  String where() {
    return where;
  }

  boolean has(String key) {
    return left.containsKey(key);
  }

  /** The resolved value as it is; the key must be there. */
  Object value(String key) {
    if (!left.containsKey(key)) {
      throw new TemplateProblem(where, key + " is missing");
    }
    return intrinsics.resolve(where + "." + key, left.remove(key));
  }

  String text(String key) {
    return String.valueOf(value(key));
  }

  String text(String key, String absent) {
    return has(key) ? text(key) : absent;
  }

  int whole(String key, int absent) {
    String text = text(key, String.valueOf(absent));
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TemplateProblem(where, key + " must be a whole number, was " + text, e);
    }
  }

  boolean flag(String key, boolean absent) {
    return Boolean.parseBoolean(text(key, String.valueOf(absent)));
  }

  /** The children of a mapping, empty where it is missing. */
  Section section(String key) {
    Object node = left.containsKey(key) ? left.remove(key) : Map.of();
    Map<String, Object> map = Trees.map(where + "." + key, node);
    boolean computed = map.size() == 1 && map.keySet().iterator().next().startsWith("Fn::");
    if (computed) {
      map = Trees.map(where + "." + key, intrinsics.resolve(where + "." + key, map));
    }
    return new Section(where + "." + key, map, intrinsics);
  }

  /** The elements of a list of mappings, empty where it is missing. */
  List<Section> sections(String key) {
    Object node = left.containsKey(key) ? left.remove(key) : List.of();
    return Trees.list(where + "." + key, node).stream()
        .map(it -> new Section(where + "." + key, Trees.map(where + "." + key, it), intrinsics))
        .toList();
  }

  List<String> texts(String key) {
    if (!has(key)) {
      return List.of();
    }
    return Trees.list(where, value(key)).stream().map(String::valueOf).toList();
  }

  /** All that is left, resolved, as text. */
  Map<String, String> rest() {
    Map<String, String> texts = new LinkedHashMap<>();
    List.copyOf(left.keySet()).forEach(key -> texts.put(key, text(key)));
    return texts;
  }

  /** The names of what is left. */
  List<String> keys() {
    return List.copyOf(left.keySet());
  }

  /** Properties that change nothing on a laptop. */
  Section cloudOnly(String... keys) {
    for (String key : keys) {
      left.remove(key);
    }
    return this;
  }

  void end() {
    if (!left.isEmpty()) {
      throw unknown(left.keySet().iterator().next());
    }
  }

  TemplateProblem unknown(String construct) {
    return new TemplateProblem(where, construct + " is not known to the local stack");
  }

  TemplateProblem wrong(String what) {
    return new TemplateProblem(where, what);
  }
}
