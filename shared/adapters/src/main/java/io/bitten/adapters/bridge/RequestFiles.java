package io.bitten.adapters.bridge;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The request and result files of the journaled profile. A request is on the disk before the EA can
 * see it; whoever moves it first, the EA to claim it or we to withdraw it, has it alone.
 */
final class RequestFiles {
  /** The folder of the requests, in the terminal's folder. */
  static final String REQUESTS = "bitten_instructions";

  private static final int MAX_BYTES = 1 << 20;
  private static final int MOVE_TRIES = 20;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);
  private static final Duration RESULTS_ARE_KEPT = Duration.ofDays(1);
  private static final Duration BETWEEN_TIDIES = Duration.ofHours(1);

  private final Path requests;
  private final Path claimed;
  private final Path results;
  private final Pause pause;
  private Instant tidyAt = Instant.MIN;

  /** What became of a request's file. */
  enum Put {
    /** The EA can see it. */
    PUBLISHED,
    /** The EA cannot have seen it. */
    NOT_WRITTEN,
    /** It cannot be told. */
    IN_DOUBT
  }

  RequestFiles(Path folder, Pause pause) {
    this.requests = folder.resolve(REQUESTS);
    this.claimed = folder.resolve("bitten_work");
    this.results = folder.resolve("bitten_results");
    this.pause = pause;
  }

  Put put(RequestLine request) {
    Path draft = requests.resolve(request.id() + ".tmp");
    Path file = requests.resolve(request.id() + ".txt");
    try {
      force(draft, request.text());
    } catch (IOException e) {
      return Put.NOT_WRITTEN;
    }
    for (int i = 0; i < MOVE_TRIES; i++) {
      try {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return Put.PUBLISHED;
      } catch (FileSystemException e) {
        pause.pause(BETWEEN_TRIES);
      } catch (IOException e) {
        return Put.IN_DOUBT;
      }
    }
    return Files.exists(draft) ? Put.NOT_WRITTEN : Put.IN_DOUBT;
  }

  /**
   * Takes a request away; true proves that the EA never took it and never will. What was taken away
   * may be a copy that somebody put back: then the EA holds the first, or has answered it.
   */
  boolean withdraw(String id) {
    Path aside = requests.resolve(id + ".withdrawn");
    try {
      Files.move(requests.resolve(id + ".txt"), aside, StandardCopyOption.ATOMIC_MOVE);
      Files.deleteIfExists(aside);
      return !taken(id);
    } catch (IOException e) {
      return Files.exists(aside) && !taken(id);
    }
  }

  /** In this order: the EA writes its answer before it lets go of a request. */
  private boolean taken(String id) {
    return Files.exists(claimed.resolve(id + ".txt"))
        || Files.exists(results.resolve(id + ".json"));
  }

  /** Whether the EA has not taken the request yet. */
  boolean waiting(String id) {
    return Files.exists(requests.resolve(id + ".txt"));
  }

  /** The result, once it is there and whole. */
  Optional<Fields> result(String id) {
    Path file = results.resolve(id + ".json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(Fields.of(in.readNBytes(MAX_BYTES)));
    } catch (IOException | BadJson e) {
      return Optional.empty();
    }
  }

  /** Lets go of a question, answered or not. */
  void drop(String id) {
    withdraw(id);
    acknowledge(id);
  }

  /** Tells the EA that its result was read. One that cannot be deleted now goes with the old. */
  void acknowledge(String id) {
    remove(results.resolve(id + ".json"));
  }

  /** Removes results that nobody came for, once an hour; false when nothing was looked at. */
  synchronized boolean tidy(Instant now) {
    if (now.isBefore(tidyAt)) {
      return false;
    }
    tidyAt = now.plus(BETWEEN_TIDIES);
    Instant writtenBefore = now.minus(RESULTS_ARE_KEPT);
    try (Stream<Path> files =
        Files.isDirectory(results) ? Files.list(results) : Stream.<Path>empty()) {
      files.filter(file -> isOlder(file, writtenBefore)).forEach(RequestFiles::remove);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isOlder(Path file, Instant moment) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean remove(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      return false;
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
