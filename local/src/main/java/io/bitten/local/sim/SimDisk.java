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

/** One machine's disk: what was written, and how much of it a loss of power leaves. */
final class SimDisk {
  private static final String INTENT = "INTENT\t";

  private final Timeline time;
  private final Faults faults;
  private final Set<String> intents = new HashSet<>();
  private byte[] content = new byte[0];
  private int forced;

  SimDisk(Timeline time, Faults faults) {
    this.time = time;
    this.faults = faults;
  }

  /** The disk as one process uses it: calls are points where it may die. */
  JournalDisk mounted(SimProcess process, Forcing forcing) {
    return new Mounted(process, forcing);
  }

  /** What forcing does. */
  enum Forcing {
    REALLY,
    ONLY_SAYS_SO
  }

  /** Power is gone: of what was not forced a part is left, maybe damaged. */
  void loseTail() {
    int left = forced + faults.below(content.length - forced + 1);
    byte[] kept = Arrays.copyOf(content, left);
    if (left > forced && faults.percent(30)) {
      kept[left - 1] ^= 0x5A;
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
    private final Forcing forcing;

    private Mounted(SimProcess process, Forcing forcing) {
      this.process = process;
      this.forcing = forcing;
    }

    @Override
    public byte[] read() {
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
      if (forcing == Forcing.REALLY) {
        forced();
      }
      process.point();
    }

    @Override
    public void truncate(long size) {
      content = Arrays.copyOf(content, (int) size);
      forced = content.length;
    }

    @Override
    public void replace(ByteBuffer all) {
      content = new byte[0];
      grow(all, all.remaining());
      forced = content.length;
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
      content = next.toByteArray();
    }
  }
}
