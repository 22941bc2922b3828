import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says in plain words that a JDK is missing, before the build asks for it.
 *
 * <p>Runs on whatever JDK runs Maven (17 or newer). Looks in the places where the toolchains plugin
 * looks, and in no fewer, so it never stops a build that would have worked. A build goes on when
 * the file named by the second argument was written.
 */
final class Jdk {

  public static void main(String[] args) throws IOException {
    String wanted = args[0];
    Path userHome = Path.of(System.getProperty("user.home"));
    List<Path> folders = folders(userHome);
    List<Path> homes = new ArrayList<>();
    System.getenv().entrySet().stream()
        .filter(e -> e.getKey().startsWith("JAVA") && e.getKey().endsWith("_HOME"))
        .forEach(e -> homes.add(Path.of(e.getValue())));
    homes.add(Path.of(System.getProperty("java.home")));
    for (Path folder : folders) {
      addChildren(folder, homes);
    }
    Path own = userHome.resolve(".m2/toolchains.xml");
    if (homes.stream().noneMatch(home -> is(home, wanted)) && !Files.exists(own)) {
      complain(wanted, folders);
      return;
    }
    Path found = Path.of(args[1]);
    Files.createDirectories(found.getParent());
    Files.writeString(found, "A JDK " + wanted + " was found; delete this file to look again.\n");
  }

  private static void complain(String wanted, List<Path> folders) {
    System.err.println();
    System.err.println("BITTEN needs a JDK " + wanted + " to build, and none was found.");
    System.err.println("Install one, for instance Eclipse Temurin " + wanted + ":");
    System.err.println("  https://adoptium.net/temurin/releases/?version=" + wanted);
    System.err.println("It need not be the default Java. These places were searched:");
    System.err.println("  every variable JAVA..._HOME of the environment (JAVA_HOME, JAVA25_HOME)");
    System.err.println("  the JDK that runs Maven: " + System.getProperty("java.home"));
    folders.forEach(folder -> System.err.println("  " + folder));
    System.err.println("A JDK elsewhere is found through JAVA" + wanted + "_HOME.");
    System.err.println();
  }

  private static List<Path> folders(Path userHome) {
    List<Path> folders = new ArrayList<>();
    for (String name :
        List.of(
            ".jdks",
            ".m2/jdks",
            ".sdkman/candidates/java",
            ".gradle/jdks",
            ".jenv/versions",
            ".jbang/cache/jdks",
            ".asdf/installs/java",
            ".jabba/jdk",
            ".local/share/mise/installs/java")) {
      folders.add(userHome.resolve(name));
    }
    folders.addAll(ofSystem(userHome));
    return folders;
  }

  private static List<Path> ofSystem(Path userHome) {
    List<Path> folders = new ArrayList<>();
    String os = System.getProperty("os.name").toLowerCase(java.util.Locale.ROOT);
    if (os.startsWith("mac")) {
      folders.add(Path.of("/Library/Java/JavaVirtualMachines"));
      folders.add(userHome.resolve("Library/Java/JavaVirtualMachines"));
      folders.add(userHome.resolve("hostedtoolcache"));
    } else if (os.startsWith("win")) {
      for (String vendor :
          List.of("Amazon Corretto", "BellSoft", "Eclipse Adoptium", "Java", "Zulu")) {
        folders.add(Path.of("C:\\Program Files\\" + vendor));
      }
      folders.add(Path.of("C:\\hostedtoolcache\\windows"));
      folders.add(userHome.resolve("scoop/apps"));
    } else {
      for (String name :
          List.of(
              "/usr/jdk",
              "/usr/java",
              "/usr/local/java",
              "/opt/java",
              "/opt/hostedtoolcache",
              "/usr/lib/jvm",
              "/usr/lib64/jvm")) {
        folders.add(Path.of(name));
      }
    }
    return folders;
  }

  /** The folder's own children, what macOS bundles hold, and one level more for tool caches. */
  private static void addChildren(Path folder, List<Path> homes) throws IOException {
    for (Path child : children(folder)) {
      homes.add(child);
      homes.add(child.resolve("Contents/Home"));
      homes.add(child.resolve("current"));
      homes.addAll(children(child));
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }

  private static boolean is(Path home, String wanted) {
    Path release = home.resolve("release");
    boolean compiler =
        Files.exists(home.resolve("bin/javac")) || Files.exists(home.resolve("bin/javac.exe"));
    if (!compiler) {
      return false;
    }
    try (Stream<String> lines = Files.lines(release)) {
      return lines.anyMatch(line -> line.matches("JAVA_VERSION=\"" + wanted + "[.\"+-].*"));
    } catch (IOException e) {
      // Without the file there is no telling: let the toolchains plugin decide.
      return true;
    }
  }
}
