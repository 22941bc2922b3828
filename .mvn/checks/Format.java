import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares every Java source of the tree with what google-java-format makes of it.
 *
 * <p>{@code check ROOT} names the files that differ; {@code apply ROOT} rewrites them. A build goes
 * on when {@code target/formatted} was written. Files older than the last run that found nothing
 * are not looked at again.
 */
final class Format {
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".idea");

  public static void main(String[] args) throws IOException {
    boolean apply = args[0].equals("apply");
    Path root = Path.of(args[1]);
    Path stamp = root.resolve("target/formatted");
    FileTime start = FileTime.from(Instant.now());
    FileTime since =
        Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
    List<Path> sources = sources(root, since);
    List<String> different =
        sources.parallelStream()
            .filter(source -> differs(source, apply))
            .map(source -> root.relativize(source).toString())
            .sorted()
            .toList();
    if (apply) {
      System.out.println("Formatted " + different.size() + " of " + sources.size() + " files.");
    }
    if (apply || different.isEmpty()) {
      Files.createDirectories(stamp.getParent());
      Files.writeString(stamp, "Sources older than this file are formatted.\n");
      Files.setLastModifiedTime(stamp, start);
    } else {
      System.err.println(
          "Not in google-java-format, `./mvnw -N -Pformat process-sources` repairs it:");
      different.forEach(name -> System.err.println("  " + name));
      Files.deleteIfExists(stamp);
    }
  }

  private static boolean differs(Path source, boolean apply) {
    try {
      String before = Files.readString(source);
      String after = new Formatter().formatSourceAndFixImports(before);
      if (apply && !after.equals(before)) {
        Files.writeString(source, after);
      }
      return !after.equals(before);
    } catch (FormatterException | IOException e) {
      throw new IllegalStateException(source + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> sources(Path root, FileTime since) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return NOT_OURS.contains(String.valueOf(dir.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")
                && attributes.lastModifiedTime().compareTo(since) >= 0) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
