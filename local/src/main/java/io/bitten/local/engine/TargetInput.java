package io.bitten.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.bitten.local.template.Rule;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of an event a target's message carries. */
final class TargetInput {
  private static final Pattern VARIABLE = Pattern.compile("<([A-Za-z0-9_.-]+)>");

  private TargetInput() {}

  static String of(Rule.Input input, JsonNode event) {
    return switch (input) {
      case Rule.Input.Whole() -> event.toString();
      case Rule.Input.Part(String path) -> at(event, path).toString();
      case Rule.Input.Constant(String json) -> json;
      case Rule.Input.Transformed(Map<String, String> paths, String template) ->
          fill(paths, template, event);
    };
  }

  /** Text goes in without quotes inside a quoted template, everything else as JSON. */
  private static String fill(Map<String, String> paths, String template, JsonNode event) {
    Matcher matcher = VARIABLE.matcher(template);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      boolean quoted =
          matcher.start() > 0 && template.charAt(matcher.start() - 1) == '"'
              || template.strip().startsWith("\"");
      JsonNode part = at(event, paths.getOrDefault(matcher.group(1), "$.unknown"));
      String text = quoted && part.isTextual() ? part.asText() : part.toString();
      matcher.appendReplacement(filled, Matcher.quoteReplacement(text));
    }
    return matcher.appendTail(filled).toString();
  }

  private static JsonNode at(JsonNode event, String path) {
    JsonNode node = event;
    for (String name : path.split("\\.")) {
      node = name.equals("$") ? node : node.path(name);
    }
    return node instanceof MissingNode ? NullNode.getInstance() : node;
  }
}
