package io.bitten.adapters.bridge;

import io.bitten.core.relay.Gate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The file that stops an Expert Advisor from opening anything while it is there. One that a person
 * made by hand is left where it is: only that person takes it away.
 */
final class HaltFlag {
  private static final String NAME = "bitten_halt.flag";

  /** What tells a flag of ours from one made by hand; the Expert Advisor does not read it. */
  private static final String OURS = "set by the BITTEN relay\n";

  private final Path flag;
  private final Path draft;

  HaltFlag(Path folder) {
    this.flag = folder.resolve(NAME);
    this.draft = folder.resolve(NAME + ".tmp");
  }

  /** Repeatable. On the disk when it returns, so that a loss of power opens nothing. */
  synchronized Gate.Answer set(Gate wanted) {
    try {
      switch (wanted) {
        case SHUT -> raise();
        case OPEN -> lower();
      }
      return new Gate.Answer.Told();
    } catch (IOException e) {
      return new Gate.Answer.Failed(flag + ": " + e);
    }
  }

  private void raise() throws IOException {
    if (Files.exists(flag)) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(OURS.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, flag, StandardCopyOption.ATOMIC_MOVE);
  }

  private void lower() throws IOException {
    if (Files.exists(flag) && ours()) {
      Files.delete(flag);
    }
  }

  private boolean ours() throws IOException {
    try (InputStream in = Files.newInputStream(flag)) {
      byte[] begin = in.readNBytes(OURS.length());
      return new String(begin, StandardCharsets.US_ASCII).equals(OURS);
    }
  }
}
