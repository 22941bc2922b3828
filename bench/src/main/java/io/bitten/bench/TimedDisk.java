package io.bitten.bench;

import io.bitten.relay.journal.JournalDisk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A journal's disk that tells how long its writes and flushes took. */
final class TimedDisk implements JournalDisk {
  private final JournalDisk disk;
  private final Queue<Use> uses = new ConcurrentLinkedQueue<>();

  private record Use(long start, long end) {}

  TimedDisk(JournalDisk disk) {
    this.disk = disk;
  }

  /** Nanoseconds the disk was in use until then since this was asked last. */
  long until(long nanoTime) {
    long sum = 0;
    for (Use use = uses.poll(); use != null; use = uses.poll()) {
      sum += use.end() <= nanoTime ? use.end() - use.start() : 0;
    }
    return sum;
  }

  @Override
  public byte[] read() throws IOException {
    return disk.read();
  }

  @Override
  public void append(ByteBuffer bytes) throws IOException {
    long start = System.nanoTime();
    disk.append(bytes);
    uses.add(new Use(start, System.nanoTime()));
  }

  @Override
  public void force() throws IOException {
    long start = System.nanoTime();
    disk.force();
    uses.add(new Use(start, System.nanoTime()));
  }

  @Override
  public void appendForced(ByteBuffer bytes) throws IOException {
    long start = System.nanoTime();
    disk.appendForced(bytes);
    uses.add(new Use(start, System.nanoTime()));
  }

  @Override
  public void truncate(long size) throws IOException {
    disk.truncate(size);
  }

  @Override
  public boolean replace(ByteBuffer all) throws IOException {
    return disk.replace(all);
  }

  @Override
  public void close() throws IOException {
    disk.close();
  }
}
