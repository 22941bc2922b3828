package io.bitten.adapters.bridge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The one instruction a classic EA can hold. The slot is taken from before the instruction is
 * written until its result was read, and over a restart of the relay, by a file of its own.
 */
final class BridgeSlot {
  /** How often a file that a virus scanner or the EA has open is tried again. */
  private static final int MOVE_TRIES = 20;

  private final BridgeSettings settings;
  private final LongSupplier ticker;
  private final Pause pause;
  private final Path instruction;
  private final Path owner;
  private Held held;

  /** What holds the slot. */
  sealed interface Held {
    record Nothing() implements Held {}

    record By(String id, long since) implements Held {}
  }

  /** What became of a write. */
  enum Write {
    /** The EA can see it. */
    PUBLISHED,
    /** The EA cannot have seen it. */
    NOT_WRITTEN,
    /** It cannot be told. */
    IN_DOUBT
  }

  BridgeSlot(BridgeSettings settings, LongSupplier ticker, Pause pause) {
    this.settings = settings;
    this.ticker = ticker;
    this.pause = pause;
    this.instruction = settings.folder().resolve(settings.instructionFile());
    this.owner = settings.folder().resolve(settings.instructionFile() + ".slot");
    this.held = stored();
  }

  /** Who holds the slot now; one whose result is long overdue holds it no more. */
  Held held() {
    if (held instanceof Held.By by
        && !Files.exists(instruction)
        && ticker.getAsLong() - by.since()
            >= settings.tradeTimeout().plus(settings.horizon()).toNanos()) {
      release();
    }
    return held;
  }

  /** Whether the EA has not taken the last instruction yet. */
  boolean unread() {
    return Files.exists(instruction);
  }

  Write write(String id, String line) {
    Path draft = settings.folder().resolve(settings.instructionFile() + ".tmp");
    try {
      force(owner, id);
      held = new Held.By(id, ticker.getAsLong());
      force(draft, line + "\n");
    } catch (IOException e) {
      release();
      return Write.NOT_WRITTEN;
    }
    for (int i = 0; i < MOVE_TRIES; i++) {
      try {
        Files.move(draft, instruction, StandardCopyOption.ATOMIC_MOVE);
        return Write.PUBLISHED;
      } catch (FileSystemException e) {
        pause.pause(Duration.ofMillis(100));
      } catch (IOException e) {
        return Write.IN_DOUBT;
      }
    }
    if (Files.exists(instruction) || !Files.exists(draft)) {
      return Write.IN_DOUBT;
    }
    release();
    return Write.NOT_WRITTEN;
  }

  /**
   * Takes the instruction away if it is still there. The EA may have read it and not yet deleted
   * it, so even true does not prove that it was not carried out.
   */
  boolean withdraw() {
    Path aside = settings.folder().resolve(settings.instructionFile() + ".withdrawn");
    try {
      Files.move(
          instruction, aside, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  void release() {
    held = new Held.Nothing();
    try {
      Files.deleteIfExists(owner);
    } catch (IOException e) {
      held = stored();
    }
  }

  private Held stored() {
    try {
      return Files.exists(owner)
          ? new Held.By(Files.readString(owner).strip(), ticker.getAsLong())
          : new Held.Nothing();
    } catch (IOException e) {
      return new Held.By("unreadable", ticker.getAsLong());
    }
  }

  private static void force(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
