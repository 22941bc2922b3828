package io.bitten.relay.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The file under a journal. Every method may fail as disks do; the journal then stops for good. */
public interface JournalDisk extends AutoCloseable {
  /** All bytes there are. */
  byte[] read() throws IOException;

  /** Writes at the end; returns when the operating system has the bytes. */
  void append(ByteBuffer bytes) throws IOException;

  /** Returns when everything appended is on the disk. */
  void force() throws IOException;

  /** Writes at the end; returns when the bytes are on the disk. */
  default void appendForced(ByteBuffer bytes) throws IOException {
    append(bytes);
    force();
  }

  /** Cuts the end off. */
  void truncate(long size) throws IOException;

  /**
   * Puts new content in place of all, atomically and forced.
   *
   * @return false when it could not be put there and all of the old is still there and in use
   */
  boolean replace(ByteBuffer all) throws IOException;

  @Override
  void close() throws IOException;
}
