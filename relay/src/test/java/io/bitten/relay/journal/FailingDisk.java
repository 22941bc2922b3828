package io.bitten.relay.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A disk that fails when it is told to, and during whose fsync something may happen. */
public final class FailingDisk implements JournalDisk {
  private final JournalDisk disk;
  private boolean appendsFail;
  private boolean forcesFail;
  private Runnable whileForcing = () -> {};

  public FailingDisk(JournalDisk disk) {
    this.disk = disk;
  }

  public void failAppends(boolean fail) {
    appendsFail = fail;
  }

  public void failForces(boolean fail) {
    forcesFail = fail;
  }

  public void whileForcing(Runnable happens) {
    whileForcing = happens;
  }

  @Override
  public byte[] read() throws IOException {
    return disk.read();
  }

  @Override
  public void append(ByteBuffer bytes) throws IOException {
    if (appendsFail) {
      throw new IOException("no space left on device");
    }
    disk.append(bytes);
  }

  @Override
  public void force() throws IOException {
    whileForcing.run();
    if (forcesFail) {
      throw new IOException("input/output error");
    }
    disk.force();
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
