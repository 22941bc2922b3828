package io.bitten.adapters.calendar;

import io.bitten.adapters.http.HttpSource;
import io.bitten.adapters.http.SourceUnavailable;
import io.bitten.core.news.NewsEvent;
import io.bitten.core.news.NewsFeed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A calendar kept by hand or by another program: the weekly format in a file, read anew each time.
 */
public final class CalendarFile implements NewsFeed {
  private final Path file;

  public CalendarFile(Path file) {
    this.file = file;
  }

  @Override
  public List<NewsEvent> fetch() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(HttpSource.MAX_BYTES + 1);
      if (bytes.length > HttpSource.MAX_BYTES) {
        throw new SourceUnavailable(file + " is longer than " + HttpSource.MAX_BYTES + " bytes");
      }
      return WeeklyJson.read(bytes);
    } catch (IOException e) {
      throw new SourceUnavailable(file + " cannot be read", e);
    }
  }
}
