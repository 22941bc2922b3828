package io.bitten.local.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Has SQLite keep a write-ahead log instead of a rollback journal: one flush a commit instead of
 * four, and as durable. SQLite finds the mode in the file's header (its file format, 1.3.2), and
 * DynamoDB Local, whose own connection cannot be reached, opens the file as it is.
 */
final class WriteAhead {
  private static final int PAGE = 4_096;
  private static final int READ_AND_WRITE_VERSION = 18;
  private static final byte LOG_AHEAD = 2;

  private WriteAhead() {}

  /**
   * Makes the database, empty, or changes the mode of one that is there.
   *
   * @param file the database, opened by nobody
   */
  static void in(Path file) throws IOException {
    if (Files.notExists(file)) {
      make(file);
      return;
    }
    // A journal that was left has to be played back first, in its own mode.
    boolean clean = Files.notExists(file.resolveSibling(file.getFileName() + "-journal"));
    if (clean && Files.size(file) >= PAGE / 4) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(new byte[] {LOG_AHEAD, LOG_AHEAD}), READ_AND_WRITE_VERSION);
      }
    }
  }

  /** Whole or not at all, also when the power goes: SQLite refuses a part. */
  private static void make(Path file) throws IOException {
    Path made = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            made,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(empty()));
      channel.force(true);
    }
    Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A database of one page, the table of tables without a row. */
  private static byte[] empty() {
    ByteBuffer page = ByteBuffer.allocate(PAGE);
    page.put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII)).putShort((short) PAGE);
    page.put(LOG_AHEAD).put(LOG_AHEAD);
    // No reserved bytes; the payload fractions that the format asks for.
    page.put((byte) 0).put((byte) 64).put((byte) 32).put((byte) 32);
    int changes = 1;
    int pages = 1;
    page.putInt(changes).putInt(pages);
    page.putInt(92, changes);
    // The tree's first page: a leaf without cells, whose content begins at the page's end.
    page.put(100, (byte) 0x0D).putShort(105, (short) PAGE);
    return page.array();
  }
}
