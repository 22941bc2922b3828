package io.bitten.local.mt5;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The Expert Advisor's own source, compiled for this machine with a fake terminal around it. Built
 * once by {@code mt5/check/build.sh}; where the compiler is missing, whoever asks is skipped.
 */
final class ExpertAdvisorBuild {
  /** The planted faults that every build of the repository wants caught; check.sh plants all. */
  static final int PLANTED = 8;

  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final Path OUT = Path.of("target", "expert-advisor").toAbsolutePath();
  private static boolean built;

  private ExpertAdvisorBuild() {}

  /** What a finished program said. */
  record Ended(int status, String said) {}

  /** The simulation of {@code mt5/check/sim.cpp}. */
  static Path sim() throws IOException {
    build();
    return OUT.resolve("sim");
  }

  /** The terminal process of {@code mt5/check/host.cpp}. */
  static Path host() throws IOException {
    build();
    return OUT.resolve("host");
  }

  static Path sources() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mt5/BittenBridge.mq5"))) {
      folder = folder.getParent();
    }
    return folder.resolve("mt5");
  }

  /** Runs a program to its end, which must come. */
  static Ended run(String... command) throws IOException {
    Path log = Files.createTempFile("expert-advisor", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException(List.of(command) + " took longer than " + LONGEST);
      }
      return new Ended(process.exitValue(), Files.readString(log));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(log);
    }
  }

  private static synchronized void build() throws IOException {
    for (String tool : List.of("sh", "sed", "xargs", "g++")) {
      assumeTrue(onThePath(tool), "the Expert Advisor is not checked: there is no " + tool);
    }
    if (!built) {
      Path script = sources().resolve("check/build.sh");
      Ended ended = run("sh", script.toString(), OUT.toString(), Integer.toString(PLANTED));
      if (ended.status() != 0) {
        throw new AssertionError("the Expert Advisor does not compile:\n" + ended.said());
      }
      built = true;
    }
  }

  private static boolean onThePath(String tool) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
