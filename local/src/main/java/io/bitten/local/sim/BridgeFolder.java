package io.bitten.local.sim;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A terminal's MQL5/Files in memory, as the Expert Advisor uses it. */
final class BridgeFolder implements AutoCloseable {
  static final String REQUESTS = "bitten_instructions";
  static final String CLAIMED = "bitten_work";
  static final String RESULTS = "bitten_results";

  private static final String STATUS = "bitten_status.txt";
  private static final String HALT_FLAG = "bitten_halt.flag";
  private static final String REQUEST = ".txt";
  private static final int BLOCK = 1 << 10;

  private final Timeline time;
  private final FileSystem disk;
  private final Path root;

  BridgeFolder(Timeline time) {
    this.time = time;
    this.disk =
        Jimfs.newFileSystem(
            Configuration.unix().toBuilder()
                .setBlockSize(BLOCK)
                .setFileTimeSource(() -> FileTime.from(time.instant()))
                .build());
    this.root = disk.getPath("/files");
    make();
  }

  Path path() {
    return root;
  }

  private void make() {
    calmly(
        () -> {
          for (String folder : List.of(REQUESTS, CLAIMED, RESULTS)) {
            Files.createDirectories(root.resolve(folder));
          }
        });
  }

  /** The requests in a folder, by name, so that ids that begin with 0 come first. */
  List<String> ids(String folder) {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(REQUEST))
          .map(name -> name.substring(0, name.length() - REQUEST.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever moves a request first has it. */
  boolean claim(String id) {
    Path claimed = root.resolve(CLAIMED).resolve(id + REQUEST);
    if (Files.exists(claimed)) {
      return false;
    }
    calmly(() -> Files.move(root.resolve(REQUESTS).resolve(id + REQUEST), claimed));
    return true;
  }

  Optional<String> claimed(String id) {
    Path file = root.resolve(CLAIMED).resolve(id + REQUEST);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forget(String id) {
    calmly(() -> Files.deleteIfExists(root.resolve(CLAIMED).resolve(id + REQUEST)));
  }

  /** The same request is there once more. */
  void again(String id, String text) {
    calmly(() -> Files.writeString(root.resolve(REQUESTS).resolve(id + REQUEST), text));
  }

  boolean answered(String id) {
    return Files.exists(result(id));
  }

  void answer(String id, String text) {
    calmly(() -> Files.writeString(result(id), text));
  }

  private Path result(String id) {
    return root.resolve(RESULTS).resolve(id + ".json");
  }

  boolean halted() {
    return Files.exists(root.resolve(HALT_FLAG));
  }

  void status(String text) {
    Path file = root.resolve(STATUS);
    calmly(
        () -> {
          Files.writeString(file, text);
          Files.setLastModifiedTime(file, FileTime.from(time.instant()));
        });
  }

  /** Everything in it is gone. */
  void empty() {
    calmly(
        () -> {
          for (String folder : List.of(REQUESTS, CLAIMED, RESULTS, "")) {
            try (Stream<Path> files = Files.list(root.resolve(folder))) {
              for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
              }
            }
          }
        });
  }

  @Override
  public void close() {
    calmly(disk::close);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void calmly(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      throw new UncheckedIOException("a disk in memory fails", e);
    }
  }
}
