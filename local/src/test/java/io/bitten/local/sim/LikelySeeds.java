package io.bitten.local.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the search for what has to come begins: seeds that brought it once. They prove nothing;
 * whoever asks plays them, and where they bring it no more, plays all the others.
 */
final class LikelySeeds {
  private static final Path FILE = Path.of("src/test/resources/sim/likely-seeds.txt");
  private static final boolean ANEW = Boolean.getBoolean("seeds.anew");
  private static final String COMMENT = "#";

  private final Map<Mutant, List<Long>> known;
  private final Map<Mutant, List<Long>> found = new EnumMap<>(Mutant.class);

  private LikelySeeds(Map<Mutant, List<Long>> known) {
    this.known = known;
  }

  /** What the file says; nothing with {@code -Dseeds.anew=true}, so that all is searched for. */
  static LikelySeeds read() {
    Map<Mutant, List<Long>> known = new EnumMap<>(Mutant.class);
    if (!ANEW) {
      for (String line : lines()) {
        String[] words = line.split(" ");
        Mutant.named(words[0]).ifPresent(mutant -> known.put(mutant, numbers(words)));
      }
    }
    return new LikelySeeds(known);
  }

  private static List<Long> numbers(String[] words) {
    return Arrays.stream(words).skip(1).map(Long::valueOf).toList();
  }

  /** To be played first; empty where none is known. */
  List<Long> of(Mutant mutant) {
    return known.getOrDefault(mutant, List.of());
  }

  /** Notes what brought it now. */
  void found(Mutant mutant, List<Long> seeds) {
    found.put(mutant, seeds);
  }

  /** Writes what was found, under the comment that is there, where it was searched for anew. */
  void write() {
    if (ANEW) {
      Stream<String> comment = all().stream().filter(line -> line.startsWith(COMMENT));
      Stream<String> seeds = found.entrySet().stream().map(LikelySeeds::line);
      try {
        Files.write(FILE, Stream.concat(comment, seeds).toList());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String line(Map.Entry<Mutant, List<Long>> one) {
    return one.getKey().label()
        + one.getValue().stream().map(seed -> " " + seed).collect(Collectors.joining());
  }

  private static List<String> lines() {
    return all().stream().filter(line -> !line.startsWith(COMMENT)).toList();
  }

  private static List<String> all() {
    try {
      return Files.readAllLines(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
