package io.bitten.local.runtime;

import io.bitten.local.template.Trigger.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One route of the HTTP API and what it matches, by API Gateway's order: plain parts before {@code
 * {name}}, that before {@code {name+}}, that before {@code $default}; a method before ANY.
 */
record RoutePath(Route route, FunctionPool pool) implements Comparable<RoutePath> {

  private List<String> parts() {
    return List.of(route.path().split("/", -1));
  }

  String key() {
    return route.path().equals("$default") ? "$default" : route.method() + " " + route.path();
  }

  boolean matches(String method, String path) {
    if (route.path().equals("$default")) {
      return true;
    }
    if (!route.method().equals("ANY") && !route.method().equals(method)) {
      return false;
    }
    List<String> wanted = parts();
    List<String> given = List.of(path.split("/", -1));
    boolean greedy = wanted.getLast().endsWith("+}");
    if (greedy ? given.size() < wanted.size() : given.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      boolean variable = wanted.get(i).startsWith("{");
      if (variable ? given.get(i).isEmpty() : !wanted.get(i).equals(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The path parameters of a path that matches. */
  Map<String, String> parameters(String path) {
    Map<String, String> parameters = new HashMap<>();
    List<String> wanted = parts();
    List<String> given = List.of(path.split("/", -1));
    for (int i = 0; i < wanted.size(); i++) {
      String part = wanted.get(i);
      if (part.endsWith("+}")) {
        parameters.put(
            part.substring(1, part.length() - 2), String.join("/", given.subList(i, given.size())));
      } else if (part.startsWith("{")) {
        parameters.put(part.substring(1, part.length() - 1), given.get(i));
      }
    }
    return parameters;
  }

  private String rank() {
    StringBuilder rank = new StringBuilder();
    for (String part : parts()) {
      if (part.equals("$default")) {
        rank.append('4');
      } else if (part.endsWith("+}")) {
        rank.append('3');
      } else {
        rank.append(part.startsWith("{") ? '2' : '1');
      }
    }
    return rank + (route.method().equals("ANY") ? "2" : "1");
  }

  @Override
  public int compareTo(RoutePath other) {
    return rank().compareTo(other.rank());
  }
}
