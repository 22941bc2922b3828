package io.bitten.local.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a file of code may be. Documents and data are none: prose is read by its headings, and a
 * template cannot be parted without a stack for each part.
 */
enum Size {
  CODE(
      250,
      "a file of code is read as a whole",
      List.of(".java", ".js", ".css", ".html", ".cpp", ".h", ".sh", ".py")),

  /** Whoever installs an Expert Advisor copies each of its files by hand, so they are few. */
  EXPERT_ADVISOR(
      400, "an Expert Advisor is installed by hand, as few files", List.of(".mq5", ".mqh"));

  private final int mostLines;
  private final String why;
  private final List<String> endings;

  Size(int mostLines, String why, List<String> endings) {
    this.mostLines = mostLines;
    this.why = why;
    this.endings = endings;
  }

  int mostLines() {
    return mostLines;
  }

  List<String> endings() {
    return endings;
  }

  String sentence() {
    return "%s has at most %d lines: %s".formatted(String.join(", ", endings), mostLines, why);
  }

  /** The repository's files of these endings, by path. */
  Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : Repository.files(endings.toArray(String[]::new))) {
      texts.put(Repository.name(file), Repository.text(file));
    }
    return texts;
  }

  /** The lines of each of these texts that has too many. */
  Map<String, Long> tooLong(Map<String, String> texts) {
    Map<String, Long> lines = new TreeMap<>();
    texts.forEach((path, text) -> lines.put(path, text.lines().count()));
    lines.values().removeIf(count -> count <= mostLines);
    return lines;
  }
}
