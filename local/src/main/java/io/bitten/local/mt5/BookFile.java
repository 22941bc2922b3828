package io.bitten.local.mt5;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An account's changes on disk, one JSON line each, only ever appended to. */
final class BookFile {
  private final Lines lines;
  private final ObjectMapper mapper = Wire.mapper();

  BookFile(Path file) {
    this.lines = new Lines(file);
  }

  List<BookEntry> read() {
    List<BookEntry> entries = new ArrayList<>();
    for (String line : lines.read()) {
      try {
        entries.add(mapper.readValue(line, BookEntry.class));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(lines.file() + " holds a line that is no entry", e);
      }
    }
    return entries;
  }

  void append(BookEntry entry) {
    try {
      lines.append(mapper.writeValueAsString(entry));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry that cannot be written", e);
    }
  }
}
