package io.bitten.relay.wiring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second relay process off a journal that one already writes. */
public final class OneProcess implements AutoCloseable {
  /** Another process writes the journal. */
  public static final class Taken extends IOException {
    private static final long serialVersionUID = 1;

    private Taken(Path folder) {
      super("another relay already runs on the journal in " + folder);
    }
  }

  private final FileChannel channel;

  private OneProcess(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder for this process, until it closes or dies.
   *
   * @throws Taken when another process has it
   * @throws IOException when it cannot be written
   */
  public static OneProcess in(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("relay.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new Taken(folder);
    }
    return new OneProcess(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }
}
