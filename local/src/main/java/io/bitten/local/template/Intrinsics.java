package io.bitten.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves the intrinsic functions of one template; what it does not know stops by its name. */
final class Intrinsics {
  /** Resolves to nothing: the key or the list's element disappears. */
  private static final Object NO_VALUE = new Object();

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final Parameters parameters;
  private final Names names;
  private final Places places;
  private final Map<String, Object> conditions;
  private final Map<String, Object> mappings;

  Intrinsics(Map<String, Object> root, Parameters parameters, Places places) {
    this.parameters = parameters;
    this.names = new Names(Trees.optional(root, "Resources"), places);
    this.places = places;
    this.conditions = Trees.optional(root, "Conditions");
    this.mappings = Trees.optional(root, "Mappings");
  }

  Object resolve(String where, Object node) {
    return switch (node) {
      case Map<?, ?> map -> resolveMap(where, Trees.map(where, map));
      case List<?> list -> resolveList(where, list);
      case null -> "";
      default -> node;
    };
  }

  private Object resolveList(String where, List<?> list) {
    List<Object> resolved = new ArrayList<>();
    for (Object element : list) {
      Object value = resolve(where, element);
      if (value != NO_VALUE) {
        resolved.add(value);
      }
    }
    return resolved;
  }

  private Object resolveMap(String where, Map<String, Object> map) {
    if (map.size() == 1) {
      String key = map.keySet().iterator().next();
      if (key.equals("Ref") || key.startsWith("Fn::")) {
        return function(where, key, map.get(key));
      }
    }
    Map<String, Object> resolved = new LinkedHashMap<>();
    map.forEach(
        (key, node) -> {
          Object value = resolve(where + "." + key, node);
          if (value != NO_VALUE) {
            resolved.put(key, value);
          }
        });
    return resolved;
  }

  private Object function(String where, String name, Object argument) {
    return switch (name) {
      case "Ref" -> ref(where, String.valueOf(argument));
      case "Fn::GetAtt" -> attribute(where, argument);
      case "Fn::Sub" -> substitute(where, argument);
      case "Fn::Join" -> join(where, Trees.list(where, argument));
      case "Fn::Select" -> select(where, Trees.list(where, argument));
      case "Fn::Split" -> split(where, Trees.list(where, argument));
      case "Fn::If" -> choose(where, Trees.list(where, argument));
      case "Fn::FindInMap" -> find(where, Trees.list(where, argument));
      default -> throw new TemplateProblem(where, name + " is not known locally");
    };
  }

  private Object ref(String where, String name) {
    if (parameters.has(name)) {
      return parameters.value(name);
    }
    if (names.has(name)) {
      return names.ref(name, this);
    }
    return switch (name) {
      case "AWS::Region" -> places.region();
      case "AWS::AccountId" -> places.account();
      case "AWS::StackName" -> places.stack();
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      case "AWS::NoValue" -> NO_VALUE;
      default -> throw new TemplateProblem(where, "Ref " + name + " names nothing");
    };
  }

  private Object attribute(String where, Object argument) {
    String[] parts =
        argument instanceof List<?> list
            ? list.stream().map(String::valueOf).toArray(String[]::new)
            : String.valueOf(argument).split("\\.", 2);
    if (parts.length != 2 || !names.has(parts[0])) {
      throw new TemplateProblem(where, "GetAtt " + argument + " names nothing");
    }
    return names.attribute(where, parts[0], parts[1], this);
  }

  private String substitute(String where, Object argument) {
    Map<String, Object> own = Map.of();
    Object text = argument;
    if (argument instanceof List<?> list) {
      own = Trees.map(where, list.get(1));
      text = list.get(0);
    }
    Matcher matcher = PLACEHOLDER.matcher(String.valueOf(text));
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      String value = matcher.group();
      if (matcher.group(1).isEmpty()) {
        value = String.valueOf(placeholder(where, matcher.group(2), own));
      } else {
        value = "${" + matcher.group(2) + "}";
      }
      matcher.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(result).toString();
  }

  private Object placeholder(String where, String name, Map<String, Object> own) {
    if (own.containsKey(name)) {
      return resolve(where, own.get(name));
    }
    return name.contains(".") ? attribute(where, name) : ref(where, name);
  }

  private String join(String where, List<Object> argument) {
    List<Object> parts = Trees.list(where, resolve(where, argument.get(1)));
    return String.join(
        String.valueOf(argument.get(0)), parts.stream().map(String::valueOf).toList());
  }

  private Object select(String where, List<Object> argument) {
    List<Object> parts = Trees.list(where, resolve(where, argument.get(1)));
    return parts.get(Integer.parseInt(String.valueOf(resolve(where, argument.get(0)))));
  }

  private List<String> split(String where, List<Object> argument) {
    String text = String.valueOf(resolve(where, argument.get(1)));
    return List.of(text.split(Pattern.quote(String.valueOf(argument.get(0))), -1));
  }

  private Object find(String where, List<Object> argument) {
    Object node = mappings;
    for (Object key : argument) {
      String name = String.valueOf(resolve(where, key));
      Map<String, Object> map = Trees.map(where, node);
      if (!map.containsKey(name)) {
        throw new TemplateProblem(where, "FindInMap " + argument + " finds no " + name);
      }
      node = map.get(name);
    }
    return node;
  }

  private Object choose(String where, List<Object> argument) {
    int branch = holds(String.valueOf(argument.get(0)), where) ? 1 : 2;
    return resolve(where, argument.get(branch));
  }

  /** Whether a named condition holds. */
  boolean holds(String condition, String where) {
    if (!conditions.containsKey(condition)) {
      throw new TemplateProblem(where, "Condition " + condition + " names nothing");
    }
    return truth("Conditions." + condition, conditions.get(condition));
  }

  private boolean truth(String where, Object node) {
    Map<String, Object> map = Trees.map(where, node);
    String name = map.keySet().iterator().next();
    Object argument = map.get(name);
    return switch (name) {
      case "Condition" -> holds(String.valueOf(argument), where);
      case "Fn::Not" -> !truth(where, Trees.list(where, argument).getFirst());
      case "Fn::And" -> Trees.list(where, argument).stream().allMatch(it -> truth(where, it));
      case "Fn::Or" -> Trees.list(where, argument).stream().anyMatch(it -> truth(where, it));
      case "Fn::Equals" -> {
        List<Object> sides = Trees.list(where, resolve(where, argument));
        yield String.valueOf(sides.get(0)).equals(String.valueOf(sides.get(1)));
      }
      default -> throw new TemplateProblem(where, name + " is not known locally");
    };
  }
}
