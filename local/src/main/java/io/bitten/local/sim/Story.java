package io.bitten.local.sim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Everything that happened, in order: always as a hash, and as words when somebody will read. */
final class Story {
  private final Timeline time;
  private final Telling telling;
  private final MessageDigest digest;
  private final List<String> lines = new ArrayList<>();

  /** Whether the words are kept. */
  enum Telling {
    HASH_ONLY,
    WORDS
  }

  Story(Timeline time, Telling telling) {
    this.time = time;
    this.telling = telling;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void tell(String who, String what) {
    String line = time.now() + " " + who + " " + what;
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    if (telling == Telling.WORDS) {
      lines.add("%8.3f s  %-8s %s".formatted(time.now() / 1_000.0, who, what));
    }
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  byte[] sha256() {
    return digest.digest();
  }
}
