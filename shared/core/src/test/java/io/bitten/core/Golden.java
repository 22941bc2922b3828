package io.bitten.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whole texts as they are agreed, in {@code src/test/resources/golden}; as they are now, in {@code
 * target/golden}.
 */
public final class Golden {
  private Golden() {}

  public static void assertSame(String name, String text) throws IOException {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      String agreed = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Path now = Path.of("target", "golden", name);
      Files.createDirectories(now.getParent());
      Files.writeString(now, text);
      assertThat(text).as("golden/%s", name).isEqualTo(agreed);
    }
  }
}
