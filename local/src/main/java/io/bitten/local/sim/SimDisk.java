package io.bitten.local.sim;

import io.bitten.core.relay.Entry;
import io.bitten.relay.journal.JournalDisk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * One machine's disk: what was written, and how much of it a loss of power leaves. A journal that
 * is rewritten is written beside the old one, forced, and given its name; until its folder is
 * forced as well, a loss of power may bring the old one back.
 */
final class SimDisk {
  private static final String INTENT = "INTENT\t";

  private final Faults faults;
  private final Set<String> intents = new HashSet<>();
  private final JournalTwin twin = new JournalTwin();
  private byte[] content = new byte[0];
  private int forced;
  private Old old = new Old(new byte[0], 0);
  private boolean oldMayReturn;

  /** The journal before it was rewritten, while a loss of power may bring it back. */
  private record Old(byte[] content, int forced) {}

  SimDisk(Faults faults) {
    this.faults = faults;
  }

  /** The disk as one process uses it: calls are points where it may die. */
  JournalDisk mounted(SimProcess process, Quality quality) {
    oldMayReturn = false;
    return new Mounted(process, quality);
  }

  /** How good it is. */
  enum Quality {
    SOUND,
    /** It does not force. */
    ONLY_SAYS_SO,
    /** A rewritten journal lacks what was not told. */
    FORGETS,
    /** It rewrites a journal in its own place. */
    IN_PLACE
  }

  /** Power is gone: of what was not forced a part is left, maybe damaged. */
  void loseTail() {
    if (oldMayReturn && faults.percent(50)) {
      content = old.content();
      forced = old.forced();
    }
    int left = forced + faults.below(content.length - forced + 1);
    byte[] kept = Arrays.copyOf(content, left);
    twin.cut(content.length - left);
    if (left > forced && faults.percent(30)) {
      kept[left - 1] ^= 0x5A;
      twin.damage();
    }
    content = kept;
    forced = kept.length;
  }

  /** Whether the intent of this attempt was on the platter once. */
  boolean forced(Entry entry) {
    return intents.contains(entry.id() + "\t" + entry.attempt());
  }

  private void forced() {
    String fresh = new String(content, forced, content.length - forced, StandardCharsets.UTF_8);
    forced = content.length;
    for (int at = fresh.indexOf(INTENT); at >= 0; at = fresh.indexOf(INTENT, at + 1)) {
      String[] cells = fresh.substring(at).split("\t", 4);
      intents.add(cells[1] + "\t" + cells[2]);
    }
  }

  private final class Mounted implements JournalDisk {
    private final SimProcess process;
    private final Quality quality;

    private Mounted(SimProcess process, Quality quality) {
      this.process = process;
      this.quality = quality;
    }

    @Override
    public byte[] read() {
      twin.agrees(content);
      return content.clone();
    }

    @Override
    public void append(ByteBuffer bytes) throws IOException {
      process.point();
      if (faults.hit(Fault.DISK_FULL)) {
        grow(bytes, faults.below(bytes.remaining()));
        throw new IOException("no space left on device");
      }
      grow(bytes, bytes.remaining());
      process.point();
    }

    @Override
    public void force() throws IOException {
      process.point();
      if (faults.hit(Fault.FSYNC_ERROR)) {
        throw new IOException("input/output error");
      }
      if (quality != Quality.ONLY_SAYS_SO) {
        forced();
      }
      process.point();
    }

    @Override
    public void truncate(long size) {
      twin.cut(content.length - (int) size);
      content = Arrays.copyOf(content, (int) size);
      forced = content.length;
    }

    /** Its own file until the move, whatever happens to it; the next process writes it anew. */
    @Override
    public boolean replace(ByteBuffer all) throws IOException {
      byte[] next = rewritten(all);
      if (quality == Quality.IN_PLACE) {
        content = Arrays.copyOf(next, next.length / 2);
        forced = content.length;
      }
      process.pointInMidWrite();
      if (faults.hit(Fault.DISK_FULL)) {
        throw new IOException("no space left on device");
      }
      if (faults.hit(Fault.FSYNC_ERROR)) {
        throw new IOException("input/output error");
      }
      if (faults.hit(Fault.FILE_HELD)) {
        return false;
      }
      old = new Old(content, forced);
      oldMayReturn = true;
      content = next;
      forced = content.length;
      twin.rewritten();
      process.pointInMidWrite();
      if (faults.hit(Fault.FSYNC_ERROR)) {
        throw new IOException("the folder: input/output error");
      }
      oldMayReturn = false;
      return true;
    }

    private byte[] rewritten(ByteBuffer all) {
      byte[] next = new byte[all.remaining()];
      all.get(next);
      return quality == Quality.FORGETS ? JournalTwin.toldOnly(next) : next;
    }

    @Override
    public void close() {
      forced = content.length;
    }

    private void grow(ByteBuffer bytes, int length) {
      ByteArrayOutputStream next = new ByteArrayOutputStream(content.length + length);
      next.writeBytes(content);
      byte[] taken = new byte[length];
      bytes.get(taken);
      next.writeBytes(taken);
      twin.grow(taken);
      content = next.toByteArray();
    }
  }
}
