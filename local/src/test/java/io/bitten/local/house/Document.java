package io.bitten.local.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One Markdown document of the repository, and what it names. */
record Document(Path path, String text) {
  private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Pattern SHORT_NAME = Pattern.compile("`([a-z]+/)`\\s+is\\s+`([\\w/.-]+/)`");
  private static final Pattern FILE =
      Pattern.compile("[\\w./-]+\\.(java|ya?ml|md|mq5|mqh|xml|toml|json|properties)");

  static List<Document> all() {
    return Repository.files(".md").stream()
        .map(path -> new Document(path, Repository.text(path)))
        .toList();
  }

  static Document named(String name) {
    Path path = Repository.root().resolve(name);
    return new Document(path, Repository.text(path));
  }

  String name() {
    return Repository.name(path);
  }

  /** Everything in backticks on one line. */
  List<String> codes() {
    return CODE.matcher(text).results().map(found -> found.group(1).strip()).toList();
  }

  /** Links to files of the repository that are not there. */
  List<String> brokenLinks() {
    return LINK.matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .filter(link -> !Files.exists(path.resolveSibling(link)))
        .toList();
  }

  /** Files it names that are not there; a name without a folder may lie anywhere. */
  List<String> missingFiles() {
    Map<String, String> shortNames = shortNames();
    List<String> missing = new ArrayList<>();
    for (String code : codes()) {
      if (FILE.matcher(code).matches() && !there(expanded(code, shortNames))) {
        missing.add(code);
      }
    }
    return missing;
  }

  /** The cells of every row of a table whose first cell matches. */
  List<List<String>> rows(Pattern firstCell) {
    return text.lines()
        .filter(line -> line.startsWith("|"))
        .map(line -> List.of(line.substring(1).split("\\|")))
        .map(cells -> cells.stream().map(String::strip).toList())
        .filter(cells -> firstCell.matcher(cells.getFirst()).matches())
        .toList();
  }

  private Map<String, String> shortNames() {
    Map<String, String> names = new LinkedHashMap<>();
    for (MatchResult found : SHORT_NAME.matcher(text).results().toList()) {
      names.put(found.group(1), found.group(2));
    }
    return names;
  }

  private static String expanded(String code, Map<String, String> shortNames) {
    return shortNames.entrySet().stream()
        .filter(name -> code.startsWith(name.getKey()))
        .findFirst()
        .map(name -> name.getValue() + code.substring(name.getKey().length()))
        .orElse(code);
  }

  private boolean there(String file) {
    if (Files.exists(Repository.root().resolve(file)) || Files.exists(path.resolveSibling(file))) {
      return true;
    }
    return !file.contains("/")
        && Repository.files("/" + file).stream().anyMatch(Files::isRegularFile);
  }
}
