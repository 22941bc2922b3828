package io.bitten.adapters.bridge;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What the EA writes, read while it may be writing: anything half written is no answer yet. */
final class BridgeFiles {
  private static final int MAX_BYTES = 1 << 20;
  private static final int TRIES = 3;
  private static final int MISSED_BEATS = 3;

  /** Some file systems tell a change late: then the result is read a few seconds late. */
  private static final int LOOKS_PER_READ = 50;

  private final BridgeSettings settings;
  private final LongSupplier ticker;
  private final Pause pause;
  private FileTime writtenAt = FileTime.fromMillis(0);
  private long changedAt;
  private Version read = Version.NONE;
  private List<BridgeRecord> records = List.of();
  private int looks;

  /** What tells one content of a file from another without opening it. */
  private record Version(FileTime writtenAt, long size) {
    static final Version NONE = new Version(FileTime.fromMillis(0), -1);
  }

  BridgeFiles(BridgeSettings settings, LongSupplier ticker, Pause pause) {
    this.settings = settings;
    this.ticker = ticker;
    this.pause = pause;
  }

  /**
   * The records of the result file; none when it is missing or not whole. It is opened once a
   * change: an EA shares the file with nobody, so that one which finds it open writes no result.
   */
  synchronized List<BridgeRecord> results() {
    Path file = settings.folder().resolve(settings.resultFile());
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      Version version = new Version(now.lastModifiedTime(), now.size());
      looks++;
      if (!version.equals(read) || looks >= LOOKS_PER_READ) {
        looks = 0;
        read = version;
        records = List.of();
        records = BridgeText.read(bytes(file));
      }
      return records;
    } catch (IOException e) {
      read = Version.NONE;
      return List.of();
    } catch (BadJson e) {
      return List.of();
    }
  }

  /** The status, when it is whole and the terminal still writes it. */
  synchronized Optional<Fields> status() {
    Path file = settings.folder().resolve(settings.statusFile());
    for (int i = 0; i < TRIES; i++) {
      try {
        FileTime now = Files.getLastModifiedTime(file);
        if (!now.equals(writtenAt)) {
          writtenAt = now;
          changedAt = ticker.getAsLong();
        }
        Fields status = Fields.of(bytes(file));
        return ticker.getAsLong() - changedAt
                <= settings.heartbeat().multipliedBy(MISSED_BEATS).toNanos()
            ? Optional.of(status)
            : Optional.empty();
      } catch (IOException | BadJson e) {
        pause.pause(settings.checkInterval());
      }
    }
    return Optional.empty();
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES);
    }
  }
}
