package io.bitten.relay.journal;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.UserId;
import io.bitten.core.halt.Halt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The relay's memory on its own disk: an append-only file of records, each with its length and
 * CRC32C. A torn end is cut off at the first record that is not whole. When the disk fails once,
 * the journal stays broken: every later write is refused, so nothing is sent without its intent.
 */
public final class Journal implements AutoCloseable {
  /** From this size on the file is rewritten with what still matters. */
  static final long COMPACT_BYTES = 4L << 20;

  /** So many times that size a file that cannot be replaced may have, half of what is ever read. */
  private static final int MOST_HELD = 32;

  /** A record is never larger; a larger length is a torn one. */
  private static final int MAX_RECORD = 4_096;

  private static final int HEADER = 8;

  private final JournalDisk disk;
  private final Recalled recalled;
  private final long tornBytes;
  private final long compactFrom;
  private long size;
  private long compactAt;
  private volatile String broken = "";

  /** What was read back, and how much of the file it was. */
  private record Found(Recalled recalled, long whole, long torn) {}

  private interface Writing {
    void write(ByteBuffer record) throws IOException;
  }

  private Journal(JournalDisk disk, long compactFrom, Found found) {
    this.disk = disk;
    this.recalled = found.recalled();
    this.size = found.whole();
    this.tornBytes = found.torn();
    this.compactFrom = compactFrom;
    this.compactAt = compactFrom;
  }

  /**
   * Reads everything back and cuts a torn end off.
   *
   * @throws JournalBroken when the disk cannot be read or repaired
   */
  public static Journal open(JournalDisk disk) {
    return open(disk, COMPACT_BYTES);
  }

  /**
   * The same for a file that is rewritten sooner or later than others.
   *
   * @param compactFrom from this size on, and then whenever it has doubled
   */
  public static Journal open(JournalDisk disk, long compactFrom) {
    try {
      byte[] all = disk.read();
      Recalled recalled = new Recalled();
      long whole = replay(ByteBuffer.wrap(all), recalled);
      if (whole < all.length) {
        disk.truncate(whole);
      }
      return new Journal(disk, compactFrom, new Found(recalled, whole, all.length - whole));
    } catch (IOException e) {
      throw new JournalBroken("the journal cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Writes a fact that a power failure may lose, but no crash of this process. */
  public synchronized void append(JournalFact fact) {
    write(fact, "write", disk::append);
    compactWhenLarge();
  }

  /** Writes a fact and returns when it is on the disk. */
  public synchronized void appendForced(JournalFact fact) {
    write(fact, "forced write", disk::appendForced);
    compactWhenLarge();
  }

  /** Whether writing still works. Answered at once, also while a write is under way. */
  public boolean sound() {
    return broken.isEmpty();
  }

  /** Intents whose result was never written, oldest first. */
  public synchronized List<JournalFact.Intent> intents() {
    return recalled.intents();
  }

  /** Versions of orders that the cloud was not told about, an order's oldest first. */
  public synchronized List<JournalFact.Moving> untold() {
    return recalled.untold();
  }

  /** What was learned about positions without an order and not told. */
  public synchronized List<JournalFact.OrphanUntold> untoldOrphans() {
    return recalled.orphans();
  }

  /** The newest known halt of each scope. */
  public synchronized List<Halt> halts() {
    return recalled.halts();
  }

  /** Whether it holds this halt as the newest of its scope. */
  public synchronized boolean knows(Halt halt) {
    return recalled.knows(halt);
  }

  /** Whose orders go to which account. */
  public synchronized Map<AccountId, UserId> owners() {
    return recalled.owners();
  }

  /** The epoch of the process before this one; 0 when there was none. */
  public synchronized long epoch() {
    return recalled.epoch();
  }

  /** The newest epoch under which this relay ever held a lease; 0 when it never did. */
  public synchronized long leaseEpoch() {
    return recalled.leaseEpoch();
  }

  /** How many bytes of a torn end were cut off when this journal was opened. */
  public long tornBytes() {
    return tornBytes;
  }

  @Override
  public synchronized void close() {
    try {
      disk.close();
      broken = "closed";
    } catch (IOException e) {
      throw broken("close failed", e);
    }
  }

  private void write(JournalFact fact, String what, Writing writing) {
    if (!broken.isEmpty()) {
      throw new JournalBroken("the journal is broken: " + broken, null);
    }
    ByteBuffer record = record(fact);
    int length = record.remaining();
    try {
      writing.write(record);
    } catch (IOException e) {
      throw broken(what + " failed", e);
    }
    size += length;
    recalled.apply(fact);
  }

  private void compactWhenLarge() {
    if (size < compactAt) {
      return;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    recalled.facts().forEach(fact -> all.writeBytes(record(fact).array()));
    try {
      if (disk.replace(ByteBuffer.wrap(all.toByteArray()))) {
        size = all.size();
        compactAt = Math.max(compactFrom, size * 2);
      } else if (size < compactFrom * MOST_HELD) {
        compactAt = size + compactFrom;
      } else {
        throw new IOException("the file is held and has grown to " + size + " bytes");
      }
    } catch (IOException e) {
      throw broken("compaction failed", e);
    }
  }

  private JournalBroken broken(String what, IOException cause) {
    broken = what + ": " + cause.getMessage();
    return new JournalBroken("the journal is broken: " + broken, cause);
  }

  private static ByteBuffer record(JournalFact fact) {
    byte[] text = JournalText.write(fact).getBytes(StandardCharsets.UTF_8);
    if (text.length > MAX_RECORD) {
      throw new IllegalArgumentException("a journal record may have 4096 bytes: " + text.length);
    }
    return ByteBuffer.allocate(HEADER + text.length)
        .putInt(text.length)
        .putInt(checksum(text))
        .put(text)
        .flip();
  }

  /** Applies every whole record; returns where the first that is not whole begins. */
  private static long replay(ByteBuffer all, Recalled recalled) {
    while (all.remaining() >= HEADER) {
      int start = all.position();
      int length = all.getInt();
      int checksum = all.getInt();
      if (length < 1 || length > MAX_RECORD || length > all.remaining()) {
        return start;
      }
      byte[] text = new byte[length];
      all.get(text);
      if (checksum(text) != checksum) {
        return start;
      }
      recalled.apply(JournalText.read(new String(text, StandardCharsets.UTF_8)));
    }
    return all.position();
  }

  private static int checksum(byte[] text) {
    CRC32C crc = new CRC32C();
    crc.update(text);
    return (int) crc.getValue();
  }
}
