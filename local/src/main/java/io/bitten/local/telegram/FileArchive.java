package io.bitten.local.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The chats in one file, replaced atomically. */
public final class FileArchive implements Archive {
  static final String NAME = "telegram.json";

  private final Path file;

  /** Keeps the file {@code telegram.json} in this folder, which is made when missing. */
  public FileArchive(Path folder) {
    this.file = folder.resolve(NAME);
  }

  @Override
  public Optional<String> load() {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException firstRun) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  @Override
  public void save(String json) {
    Path fresh = file.resolveSibling(NAME + ".new");
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel out =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot write " + file, broken);
    }
  }
}
