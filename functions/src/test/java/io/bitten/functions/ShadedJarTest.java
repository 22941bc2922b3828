package io.bitten.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is deployed is the shaded jar, so its logging is tried on the jar and not on the classes.
 */
@Tag("shaded-jar")
final class ShadedJarTest {
  private static final Path JAR = Path.of(System.getProperty("shaded.jar"));

  private static final String SPEAKER =
      """
      final class Speaker {
        public static void main(String[] args) {
          org.slf4j.MDC.put("correlation_id", "c1");
          org.slf4j.LoggerFactory.getLogger("door").warn("one {}", "line");
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void a_log_line_comes_out_as_one_json_object() throws IOException, InterruptedException {
    List<String> lines = speak();

    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("{")
        .endsWith("}")
        .contains("\"message\":\"one line\"", "\"level\":\"WARN\"", "\"correlation_id\":\"c1\"");
  }

  @Test
  void the_jar_fits_into_a_function() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      long unpacked = jar.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();

      assertThat(unpacked).isBetween(1_000_000L, 250_000_000L);
      assertThat(jar.getEntry("module-info.class")).isNull();
      assertThat(jar.getEntry("org/aspectj/lang/NoAspectBoundException.class")).isNotNull();
    }
  }

  private List<String> speak() throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("Speaker.java"), SPEAKER);
    Path output = folder.resolve("output");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "-cp", JAR.toString(), source.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return Files.readAllLines(output, StandardCharsets.UTF_8);
  }
}
