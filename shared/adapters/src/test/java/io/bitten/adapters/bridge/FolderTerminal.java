package io.bitten.adapters.bridge;

import io.bitten.core.Some;
import io.bitten.core.memory.ManualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A terminal that shares a folder with the bridge and does one thing at each wait of the bridge.
 */
final class FolderTerminal {
  private final Path folder;
  private final ManualTime time;
  private final Deque<Runnable> deeds = new ArrayDeque<>();
  private final List<String> read = new ArrayList<>();

  FolderTerminal(Path folder, ManualTime time) {
    this.folder = folder;
    this.time = time;
  }

  /** The instructions it has taken so far. */
  List<String> read() {
    return read;
  }

  void takes() {
    deeds.add(
        () -> {
          try {
            Path instruction = folder.resolve("bitten_instructions.txt");
            read.add(Files.readString(instruction));
            Files.delete(instruction);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  void writes(String result) {
    deeds.add(
        () -> {
          try {
            Files.writeString(folder.resolve("bitten_results.txt"), result);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  void status(String text) throws IOException {
    Path file = folder.resolve("bitten_status.txt");
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(time.instant().plusNanos(text.hashCode())));
  }

  /** Each wait of the bridge lets the terminal do its next thing, and a moment pass. */
  ClassicBridge bridge(BridgeSettings settings) {
    Instant start = time.instant();
    return new ClassicBridge(
        Some.ACCOUNT,
        settings,
        new ClassicBridge.Around(
            time,
            () -> Duration.between(start, time.instant()).toNanos(),
            pause -> {
              time.advance(pause);
              if (!deeds.isEmpty()) {
                deeds.poll().run();
              }
            }));
  }
}
