package io.bitten.relay.journal;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The journal's file, {@code relay.journal} in a folder of its own. */
public final class FileDisk implements JournalDisk {
  /** Beyond this the file is not ours: compaction keeps it far smaller. */
  private static final long MAX_BYTES = 256L << 20;

  private final Path folder;
  private final Path file;
  private FileChannel channel;

  private FileDisk(Path folder, FileChannel channel) {
    this.folder = folder;
    this.file = folder.resolve("relay.journal");
    this.channel = channel;
  }

  /** Opens or creates the journal's file, and the folder. */
  public static FileDisk in(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileDisk disk = new FileDisk(folder, open(folder.resolve("relay.journal")));
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
  public void replace(ByteBuffer all) throws IOException {
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
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder();
    channel = open(file);
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
