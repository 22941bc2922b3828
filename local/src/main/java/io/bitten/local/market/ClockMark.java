package io.bitten.local.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** One instant in a file, replaced as a whole. */
final class ClockMark {
  private final Path file;

  ClockMark(Path file) {
    this.file = file;
  }

  Optional<Instant> read() {
    String text;
    try {
      text = Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the clock's position from " + file, e);
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new RecordingException(
          "%s does not hold an instant; delete it to begin the recording anew".formatted(file), e);
    }
  }

  void write(Instant instant) {
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(fresh, instant + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the clock's position in " + file, e);
    }
  }
}
