import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what PIT found, names every planted change that no test noticed, and prints the share that
 * was noticed for each package. Ends with 1 when a package is below the wanted share.
 *
 * <p>Arguments: PIT's {@code mutations.xml}, the wanted share in percent.
 */
final class Mutation {
  private static final Pattern MUTATION = Pattern.compile("<mutation .*?</mutation>");
  private static final Set<String> NOTICED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR");

  private record Change(String type, int line, String status, String what) {
    boolean noticed() {
      return NOTICED.contains(status);
    }

    String inPackage() {
      return type.substring(0, type.lastIndexOf('.'));
    }
  }

  public static void main(String[] args) throws IOException {
    List<Change> changes = read(Path.of(args[0]));
    int wanted = Integer.parseInt(args[1]);
    changes.stream()
        .filter(change -> !change.noticed())
        .sorted(Comparator.comparing(Change::type).thenComparing(Change::line))
        .forEach(
            change ->
                System.out.printf("lived: %s:%d %s%n", change.type, change.line, change.what));
    System.out.printf("%n%-24s %8s %8s %6s%n", "package", "planted", "noticed", "share");
    Map<String, List<Change>> packages =
        changes.stream()
            .collect(Collectors.groupingBy(Change::inPackage, TreeMap::new, Collectors.toList()));
    boolean enough = !packages.isEmpty();
    for (Map.Entry<String, List<Change>> one : packages.entrySet()) {
      long noticed = one.getValue().stream().filter(Change::noticed).count();
      long share = 100 * noticed / one.getValue().size();
      System.out.printf(
          "%-24s %8d %8d %4d %%%n", one.getKey(), one.getValue().size(), noticed, share);
      enough &= share >= wanted;
    }
    if (!enough) {
      System.out.printf("%nAt least %d %% of each package's changes must be noticed.%n", wanted);
      System.exit(1);
    }
  }

  private static List<Change> read(Path report) throws IOException {
    Matcher found = MUTATION.matcher(Files.readString(report).replaceAll("\\s*\\R\\s*", ""));
    return found
        .results()
        .map(
            one ->
                new Change(
                    text(one.group(), "mutatedClass"),
                    Integer.parseInt(text(one.group(), "lineNumber")),
                    attribute(one.group(), "status"),
                    text(one.group(), "description")))
        .toList();
  }

  private static String text(String mutation, String element) {
    return first("<" + element + ">(.*?)</" + element + ">", mutation);
  }

  private static String attribute(String mutation, String name) {
    return first(name + "=['\"](.*?)['\"]", mutation);
  }

  private static String first(String pattern, String mutation) {
    Matcher matcher = Pattern.compile(pattern).matcher(mutation);
    if (!matcher.find()) {
      throw new IllegalArgumentException("not a mutation of PIT's report: " + mutation);
    }
    return matcher.group(1);
  }
}
