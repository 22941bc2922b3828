package io.bitten.local.engine;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine's own class path. Maven resolves it on this machine and writes it to a file; nothing of
 * an engine is copied into the platform or shipped with it, and its libraries meet none of ours.
 * What we compile against an engine comes first in it.
 */
record EngineJars(String engine, List<Path> entries) {

  /**
   * @param root the project's root folder
   * @param engine the engine's folder below {@code local/engines}
   */
  static EngineJars of(Path root, String engine) {
    Path target = root.resolve("local/engines").resolve(engine).resolve("target");
    Path file = target.resolve("classpath");
    try {
      List<Path> entries = new ArrayList<>();
      if (Files.isDirectory(target.resolve("classes"))) {
        entries.add(target.resolve("classes").toAbsolutePath().normalize());
      }
      for (String entry : Files.readString(file).strip().split(File.pathSeparator)) {
        entries.add(Path.of(entry));
      }
      return new EngineJars(engine, List.copyOf(entries));
    } catch (IOException e) {
      throw new EngineProblem("the " + engine + " engine is not built: no file " + file, e);
    }
  }

  URLClassLoader loader() {
    return new URLClassLoader(
        engine,
        entries.stream().map(EngineJars::url).toArray(URL[]::new),
        ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("a path has no address: " + path, e);
    }
  }
}
