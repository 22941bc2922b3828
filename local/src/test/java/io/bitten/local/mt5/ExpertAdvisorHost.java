package io.bitten.local.mt5;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A terminal with the Expert Advisor, as a process of its own; its broker outlives it in a file.
 */
final class ExpertAdvisorHost implements AutoCloseable {
  private static final long LONGEST_SECONDS = 60;

  private final Process process;
  private final BufferedReader says;

  private ExpertAdvisorHost(Process process) {
    this.process = process;
    this.says = process.inputReader(StandardCharsets.US_ASCII);
  }

  /** Returns once the Expert Advisor has started. */
  static ExpertAdvisorHost start(Path files, Path book) throws IOException {
    Process process =
        new ProcessBuilder(
                ExpertAdvisorBuild.host().toString(), files.toString(), book.toString(), "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    ExpertAdvisorHost host = new ExpertAdvisorHost(process);
    try {
      host.awaitWord("ready");
      return host;
    } catch (IOException e) {
      host.close();
      throw e;
    }
  }

  private void awaitWord(String word) throws IOException {
    String said = says.readLine();
    if (!word.equals(said)) {
      throw new IOException("the Expert Advisor said " + said + " and not " + word);
    }
  }

  /** The entry deals that the broker of this file made. */
  static List<String> entries(Path book) {
    try {
      return Files.exists(book)
          ? Files.readAllLines(book).stream()
              .filter(line -> line.split(" ")[6].equals("1"))
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lets the process end right after the next entry was executed, before it is answered. Returns
   * once it knows: it may have been about to look for entries.
   */
  void dieAfterTheNextEntry() throws IOException {
    Writer orders = process.outputWriter(StandardCharsets.US_ASCII);
    orders.write("die\n");
    orders.flush();
    awaitWord("dies");
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until the process has ended by itself. */
  int ended() throws IOException {
    try {
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("the terminal does not end");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Returns once the process is gone: one that is only told to go may still take a request. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
