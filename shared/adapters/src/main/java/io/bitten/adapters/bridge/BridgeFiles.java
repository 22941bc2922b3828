package io.bitten.adapters.bridge;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What the EA writes, read while it may be writing: anything half written is no answer yet. */
final class BridgeFiles {
  private static final int MAX_BYTES = 1 << 20;
  private static final int TRIES = 3;
  private static final int MISSED_BEATS = 3;

  private final BridgeSettings settings;
  private final LongSupplier ticker;
  private final Pause pause;
  private FileTime writtenAt = FileTime.fromMillis(0);
  private long changedAt;

  BridgeFiles(BridgeSettings settings, LongSupplier ticker, Pause pause) {
    this.settings = settings;
    this.ticker = ticker;
    this.pause = pause;
  }

  /** The records of the result file; none when it is missing or not whole. */
  List<BridgeRecord> results() {
    try {
      Path file = settings.folder().resolve(settings.resultFile());
      return Files.exists(file) ? BridgeText.read(bytes(file)) : List.of();
    } catch (IOException | BadJson e) {
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
