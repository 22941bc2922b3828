package io.bitten.local.platform;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What somebody wrote for an address. */
record Address(String text) {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /** Whether a key may go there: TLS, or on this machine. */
  boolean safe() {
    try {
      URI uri = URI.create(text);
      String host = uri.getHost() == null ? "" : uri.getHost();
      boolean here = "http".equals(uri.getScheme()) && THIS_MACHINE.contains(host);
      return here || "https".equals(uri.getScheme()) && !host.isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether it is of a file that is there, as {@code file:///home/anna/week.json} may be. */
  boolean file() {
    try {
      URI uri = URI.create(text);
      return "file".equals(uri.getScheme()) && Files.isRegularFile(Path.of(uri));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return false;
    }
  }
}
