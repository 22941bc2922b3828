package io.bitten.functions.hud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitten.core.Some;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.SomeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document, the code and the template name the same routes. */
class OpenApiTest {
  private static final Pattern ROUTE = Pattern.compile("Method: ([A-Z]+), Path: ([^,]+),");

  @Test
  void the_document_describes_exactly_the_routes_that_are_served() throws IOException {
    HudApi api = new HudApi(MemoryWorld.on(new ManualTime(Some.NOW)).world(), SomeSettings.all());

    assertThat(documented()).isEqualTo(new TreeSet<>(api.routes()));
  }

  @Test
  void the_template_sends_exactly_these_routes_here() throws IOException {
    String template = Files.readString(Path.of("..", "template.yaml"));
    String hud =
        template.substring(template.indexOf("  HudFunction:"), template.indexOf("  NewsFunction:"));
    Set<String> routed = new TreeSet<>();
    Matcher route = ROUTE.matcher(hud);
    while (route.find()) {
      routed.add(route.group(1) + " " + route.group(2));
    }

    assertThat(routed).isEqualTo(documented());
  }

  @Test
  void every_answer_points_to_a_schema_that_exists() throws IOException {
    JsonNode document = new JsonMapper().readTree(OpenApi.text());
    assertThat(document.path("openapi").asText()).startsWith("3.1.");
    for (String reference : document.findValuesAsText("$ref")) {
      assertThat(document.at(reference.substring(1)).isObject()).as(reference).isTrue();
    }
  }

  private static Set<String> documented() throws IOException {
    JsonNode document = new JsonMapper().readTree(OpenApi.text());
    Set<String> routes = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return routes;
  }
}
