package io.bitten.local.engine;

import io.bitten.local.template.Table;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * AWS's DynamoDB Local in this JVM, in a class loader of its own. It sends no telemetry: that part
 * is never configured.
 *
 * <p>DynamoDB Local listens on all interfaces and has no option for that, so its Jetty connector is
 * bound to 127.0.0.1 between construction and start.
 */
final class DynamoEngine implements TableEngine {
  private static final String PACKAGE = "software.amazon.dynamodb.services.local.server.";

  /** The file of a database that all regions and keys share. */
  private static final String DATABASE = "shared-local-instance.db";

  /** Guards a system property that the native library's loader reads. */
  private static final Object STARTING = new Object();

  private final EngineLoader loader;
  private final Object server;
  private final URI endpoint;
  private final TableDoor door;
  private final TableLog log;

  private DynamoEngine(EngineLoader loader, Object handler, TableLog log) {
    this.loader = loader;
    this.log = log;
    this.door = new TableDoor(loader.classes(), handler);
    this.server = new Mirror(loader.classes()).create(PACKAGE + "DynamoDBProxyServer", 0, handler);
    Object connector = loopbackConnector(server);
    Mirror.call(server, "start");
    this.endpoint = URI.create("http://127.0.0.1:" + Mirror.call(connector, "getLocalPort"));
  }

  static DynamoEngine inMemory(Path root) {
    return start(root, Optional.empty());
  }

  static DynamoEngine onDisk(Path root, Path folder) {
    try {
      Path tables = Files.createDirectories(folder).toAbsolutePath();
      WriteAhead.in(tables.resolve(DATABASE));
      return start(root, Optional.of(tables));
    } catch (IOException e) {
      throw new EngineProblem("the data folder cannot be made or written: " + folder, e);
    }
  }

  private static DynamoEngine start(Path root, Optional<Path> folder) {
    EngineLoader loader = EngineLoader.of(EngineJars.of(root, "dynamodb"));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader.classes());
    try {
      synchronized (STARTING) {
        if (loader.fresh()) {
          System.setProperty("sqlite4java.library.path", natives(loader.jars()).toString());
        }
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        Mirror mirror = new Mirror(loader.classes());
        Object requests =
            mirror.create(
                PACKAGE + "LocalDynamoDBRequestHandler",
                0,
                folder.isEmpty(),
                folder.map(Path::toString).orElse(null),
                true,
                false);
        Object handler =
            mirror.create(PACKAGE + "LocalDynamoDBServerHandler", requests, (Object) null);
        return new DynamoEngine(loader, handler, new TableLog(mirror, requests));
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Object loopbackConnector(Object server) {
    Object jetty = Mirror.field(server, "server");
    Object[] connectors = (Object[]) Mirror.call(jetty, "getConnectors");
    if (connectors.length != 1) {
      throw new EngineProblem("DynamoDB Local has " + connectors.length + " connectors, not one");
    }
    Mirror.call(connectors[0], "setHost", "127.0.0.1");
    return connectors[0];
  }

  /**
   * A native library belongs to one class loader, so each gets its own copy, under the name the
   * library's loader looks for.
   */
  private static Path natives(EngineJars jars) {
    try {
      Path folder = Files.createTempDirectory("bitten-sqlite");
      folder.toFile().deleteOnExit();
      int copied = 0;
      for (Path entry : jars.entries()) {
        String name = entry.getFileName().toString();
        if (name.contains("sqlite4java") && !name.endsWith(".jar")) {
          Path copy = Files.copy(entry, folder.resolve(name));
          copy.toFile().deleteOnExit();
          copied++;
        }
      }
      requireNative(copied);
      return folder;
    } catch (IOException e) {
      throw new EngineProblem("the table engine's native library cannot be copied", e);
    }
  }

  private static void requireNative(int copied) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean linuxArm = system.contains("linux") && processor.contains("aarch64");
    if (copied == 0 || linuxArm) {
      throw new EngineProblem(
          "DynamoDB Local has no native library for "
              + system
              + " on "
              + processor
              + "; use --store memory");
    }
  }

  @Override
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public SdkHttpClient wire() {
    return new NearHttp(door);
  }

  @Override
  public void provision(List<Table> tables, Expiry expiry) {
    try (TableSetup setup = new TableSetup(endpoint, wire())) {
      setup.make(tables, expiry);
    }
  }

  /** Begins the log of what is on disk anew. */
  void shorten() {
    log.shorten();
  }

  @Override
  public void close() {
    log.close();
    door.close();
    Mirror.call(server, "stop");
    loader.rest();
  }
}
