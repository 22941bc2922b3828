package io.bitten.bench;

import io.bitten.local.Root;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a figure was measured on; no figure is worth anything without it. */
record Machine(int processors, String java, String architecture, String commit) {
  /**
   * This one.
   *
   * @throws IOException when git cannot be started
   */
  static Machine here() throws IOException {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().toString(),
        System.getProperty("os.arch"),
        head());
  }

  /** The checkout's commit; {@code unknown} outside of one. */
  private static String head() throws IOException {
    Process git =
        new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
            .directory(Root.folder().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return said.matches("[0-9a-f]{4,40}") ? said : "unknown";
  }

  @Override
  public String toString() {
    return "%d processors, Java %s, %s, commit %s"
        .formatted(processors, java, architecture, commit);
  }

  /** As members of a JSON object. */
  String members() {
    return "\"machine\":\"%d processors, Java %s, %s\",\"commit\":\"%s\""
        .formatted(processors, java, architecture, commit);
  }
}
