package io.bitten.local.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A tool that a machine may or may not have. */
record Command(List<String> words) {
  private static final int ABSENT = 127;
  private static final int PATIENCE_SECONDS = 120;

  /** What a run ended with; a tool that is not there ends with 127. */
  record Outcome(int code, String output) {}

  static Command of(String... words) {
    return new Command(List.of(words));
  }

  boolean works() {
    return run().code() == 0;
  }

  Outcome run() {
    Process process;
    try {
      Path root = Repository.root();
      process =
          new ProcessBuilder(words).directory(root.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      return new Outcome(ABSENT, String.valueOf(e.getMessage()));
    }
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return ended ? new Outcome(process.exitValue(), output) : new Outcome(-1, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + words, e);
    }
  }
}
