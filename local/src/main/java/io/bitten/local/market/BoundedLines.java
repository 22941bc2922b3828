package io.bitten.local.market;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** Reads lines of a bounded length, whatever somebody put into the file. */
final class BoundedLines {
  private final Reader reader;
  private final int longest;
  private final char[] buffer = new char[1 << 16];
  private int from;
  private int until;
  private int number;

  BoundedLines(Reader reader, int longest) {
    this.reader = reader;
    this.longest = longest;
  }

  /** The number of the line read last, counted from 1. */
  int number() {
    return number;
  }

  /** The next line without its end, empty after the last. */
  Optional<String> next() throws IOException {
    if (from == until && !fill()) {
      return Optional.empty();
    }
    number++;
    StringBuilder line = new StringBuilder(128);
    do {
      int end = from;
      while (end < until && buffer[end] != '\n') {
        end++;
      }
      line.append(buffer, from, end - from);
      if (line.length() > longest) {
        throw new RecordingException(
            "line %d is longer than %d characters".formatted(number, longest));
      }
      from = end;
    } while (from == until && fill());
    if (from < until) {
      from++;
    }
    if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
      line.setLength(line.length() - 1);
    }
    return Optional.of(line.toString());
  }

  private boolean fill() throws IOException {
    int read = reader.read(buffer);
    from = 0;
    until = Math.max(read, 0);
    return read > 0;
  }
}
