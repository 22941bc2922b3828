package io.bitten.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's root folder, where {@code template.yaml} is. */
public final class Root {
  private Root() {}

  /** From {@code -Dbitten.home}, else upwards from the working folder. */
  public static Path folder() {
    String given = System.getProperty("bitten.home", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("template.yaml was not found; run ./bitten from the project");
    }
    return folder;
  }
}
