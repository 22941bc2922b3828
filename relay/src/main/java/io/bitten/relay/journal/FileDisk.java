package io.bitten.relay.journal;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/** The journal's file, {@code relay.journal} in a folder of its own. */
public final class FileDisk implements JournalDisk {
  /** On Windows a scanner that looks into a file keeps its name for a moment. */
  private static final int MOVE_TRIES = 20;

  private static final long BETWEEN_TRIES_NANOS = 50_000_000;

  /** Beyond this the file is not ours: compaction keeps it far smaller. */
  private static final long MAX_BYTES = 256L << 20;

  private final Path folder;
  private final Path file;
  private final Mover mover;
  private FileChannel channel;

  /** Gives a file the name of another, at once or not at all. */
  interface Mover {
    void move(Path from, Path to) throws IOException;

    /** Between two tries. */
    default void rest() {
      LockSupport.parkNanos(BETWEEN_TRIES_NANOS);
    }
  }

  private FileDisk(Path folder, Mover mover) throws IOException {
    this.folder = folder;
    this.file = folder.resolve("relay.journal");
    this.mover = mover;
    this.channel = open(file);
  }

  /** Opens or creates the journal's file, and the folder. */
  public static FileDisk in(Path folder) throws IOException {
    return in(
        folder,
        (from, to) ->
            Files.move(
                from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
  }

  static FileDisk in(Path folder, Mover mover) throws IOException {
    Files.createDirectories(folder);
    FileDisk disk = new FileDisk(folder, mover);
    disk.forceFolder();
    return disk;
  }

  @Override
  public byte[] read() throws IOException {
    if (channel.size() > MAX_BYTES) {
      throw new IOException(file + " is larger than " + MAX_BYTES + " bytes");
    }
    return Files.readAllBytes(file);
  }

  @Override
  public void append(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void force() throws IOException {
    channel.force(false);
  }

  @Override
  public void truncate(long size) throws IOException {
    channel.truncate(size);
    channel.force(true);
  }

  @Override
  public boolean replace(ByteBuffer all) throws IOException {
    Path next = folder.resolve("relay.journal.tmp");
    try (FileChannel written =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (all.hasRemaining()) {
        written.write(all);
      }
      written.force(true);
    }
    channel.close();
    boolean moved = moved(next);
    if (moved) {
      forceFolder();
    }
    channel = open(file);
    return moved;
  }

  private boolean moved(Path next) throws IOException {
    for (int i = 0; i < MOVE_TRIES; i++) {
      try {
        mover.move(next, file);
        return true;
      } catch (AtomicMoveNotSupportedException e) {
        // No other moment is better.
        throw e;
      } catch (FileSystemException e) {
        mover.rest();
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /**
   * A new name is durable on POSIX only after its folder; Windows cannot open a folder, nor need
   * it.
   */
  private void forceFolder() throws IOException {
    if (File.separatorChar == '/') {
      try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
        entry.force(true);
      }
    }
  }
}
