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

  /** Those whose names end in one of these. */
  static List<Path> files(String... endings) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(root(), new Walk(List.of(endings), found));
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
    private final List<String> endings;
    private final List<Path> found;

    private Walk(List<String> endings, List<Path> found) {
      this.endings = endings;
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
      boolean asked = endings.stream().anyMatch(file.toString()::endsWith);
      if (ours && asked && attributes.isRegularFile()) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
