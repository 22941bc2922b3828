package io.bitten.local;

import io.bitten.relay.wiring.OneProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a running platform: made when it is missing, and this process's alone. */
final class DataFolder implements AutoCloseable {
  private final Path path;
  private final OneProcess process;

  private DataFolder(Path path, OneProcess process) {
    this.path = path;
    this.process = process;
  }

  /**
   * Takes the folder until it is closed or the process ends.
   *
   * @throws IllegalArgumentException in one sentence, when nothing can be written there or another
   *     process has it
   */
  static DataFolder take(Path folder) {
    Path journal = folder.resolve("relay");
    try {
      Files.createDirectories(journal);
      if (!Files.isWritable(folder) || !Files.isWritable(journal)) {
        throw new IllegalArgumentException("--data: nothing can be written in " + folder);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("--data: cannot make the folder " + folder, e);
    }
    try {
      return new DataFolder(folder, OneProcess.in(journal));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--data: another bitten or relay already runs on " + folder, e);
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    process.close();
  }
}
