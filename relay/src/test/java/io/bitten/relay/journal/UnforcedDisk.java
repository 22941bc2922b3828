package io.bitten.relay.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A disk that keeps what was not forced in its cache: without power only the rest is there. */
public final class UnforcedDisk implements JournalDisk {
  private final JournalDisk platter;
  private final List<ByteBuffer> cache = new ArrayList<>();

  public UnforcedDisk(JournalDisk platter) {
    this.platter = platter;
  }

  @Override
  public byte[] read() throws IOException {
    return platter.read();
  }

  @Override
  public void append(ByteBuffer bytes) {
    ByteBuffer kept = ByteBuffer.allocate(bytes.remaining());
    cache.add(kept.put(bytes).flip());
  }

  @Override
  public void force() throws IOException {
    for (ByteBuffer bytes : cache) {
      platter.append(bytes);
    }
    cache.clear();
    platter.force();
  }

  @Override
  public void truncate(long size) throws IOException {
    platter.truncate(size);
  }

  @Override
  public boolean replace(ByteBuffer all) throws IOException {
    cache.clear();
    return platter.replace(all);
  }

  /** The power is lost. */
  @Override
  public void close() throws IOException {
    cache.clear();
    platter.close();
  }
}
