package io.bitten.local.sim;

import io.bitten.relay.journal.Journal;
import io.bitten.relay.journal.JournalDisk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * One machine's journal as it would be had it never been rewritten, with the same end lost: both
 * have to recall the same.
 */
final class JournalTwin {
  private static final int HEADER = 8;
  private static final String UNTOLD = "MOVING";

  private byte[] content = new byte[1_024];
  private int length;
  private boolean rewritten;

  void grow(byte[] more) {
    if (length + more.length > content.length) {
      content = Arrays.copyOf(content, 2 * (length + more.length));
    }
    System.arraycopy(more, 0, content, length, more.length);
    length += more.length;
  }

  /** So many bytes of the end are gone. */
  void cut(int bytes) {
    length -= bytes;
  }

  /** The last byte is another. */
  void damage() {
    content[length - 1] ^= 0x5A;
  }

  /** The real one is another file from now on. */
  void rewritten() {
    rewritten = true;
  }

  /** A process reads the real one. */
  void agrees(byte[] real) {
    if (rewritten) {
      List<Object> expected = recalled(Arrays.copyOf(content, length));
      List<Object> found = recalled(real);
      Checks.hold(
          found.equals(expected),
          Invariant.I34_REWRITTEN_AGREES,
          "a rewritten journal recalls " + found + " and not " + expected);
    }
  }

  private static List<Object> recalled(byte[] all) {
    Journal journal = Journal.open(new Frozen(all));
    return List.of(
        journal.intents(),
        journal.untold(),
        journal.untoldOrphans(),
        journal.halts(),
        journal.owners(),
        journal.epoch(),
        journal.leaseEpoch());
  }

  /** The records of a journal but for what was not told. */
  static byte[] toldOnly(byte[] all) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(all.length);
    for (int at = 0; at < all.length; ) {
      int size = HEADER + ByteBuffer.wrap(all, at, Integer.BYTES).getInt();
      if (!new String(all, at + HEADER, UNTOLD.length(), StandardCharsets.UTF_8).equals(UNTOLD)) {
        kept.write(all, at, size);
      }
      at += size;
    }
    return kept.toByteArray();
  }

  /** A file that is read and no more. */
  private record Frozen(byte[] all) implements JournalDisk {
    @Override
    public byte[] read() {
      return all;
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
      throw new IOException("read only");
    }

    @Override
    public void force() throws IOException {
      throw new IOException("read only");
    }

    /** A torn end is not read, which is all that counts here. */
    @Override
    public void truncate(long size) {}

    @Override
    public boolean replace(ByteBuffer next) throws IOException {
      throw new IOException("read only");
    }

    @Override
    public void close() {}
  }
}
