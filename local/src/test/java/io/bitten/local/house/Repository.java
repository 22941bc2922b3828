package io.bitten.local.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The checkout this test runs in. */
final class Repository {
  private static final Set<String> NOT_OURS =
      Set.of("target", "node_modules", ".git", ".idea", ".vscode", ".aws-sam", "data");

  private Repository() {}

  /** The first folder above that holds the template. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  static List<Path> files(String ending) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(root(), new Walk(ending, found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path from the root, with slashes everywhere. */
  static String name(Path file) {
    return root().relativize(file).toString().replace('\\', '/');
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final String ending;
    private final List<Path> found;

    private Walk(String ending, List<Path> found) {
      this.ending = ending;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skipped =
          NOT_OURS.contains(folder.getFileName().toString())
              && Files.exists(folder.resolveSibling("pom.xml"));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean ours = !NOT_OURS.contains(file.getFileName().toString());
      if (ours && file.toString().endsWith(ending) && attributes.isRegularFile()) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
