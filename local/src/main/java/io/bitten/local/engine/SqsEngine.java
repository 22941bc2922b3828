package io.bitten.local.engine;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * ElasticMQ in this JVM, in a class loader of its own, on 127.0.0.1.
 *
 * <p>On disk every acknowledged change is flushed at once ({@code WRITE_DELAY=0}). Not kept over a
 * restart: which messages of a FIFO group were in flight, and the deduplication history of deleted
 * messages; consumers are idempotent and do not trust the order across one.
 */
final class SqsEngine implements AutoCloseable {
  private static final int MOST_PORT_TRIALS = 5;

  private final EngineLoader loader;
  private final AutoCloseable server;
  private final Consumer<EngineLoader> ending;
  private final URI endpoint;
  private final QueueDoor door;

  private SqsEngine(
      EngineLoader loader, AutoCloseable server, Consumer<EngineLoader> ending, URI endpoint) {
    this.loader = loader;
    this.server = server;
    this.ending = ending;
    this.endpoint = endpoint;
    this.door = new QueueDoor(near(server));
  }

  /**
   * Where messages are kept.
   *
   * @param settings in ElasticMQ's words
   * @param ending what becomes of the class loader once the server has stopped
   */
  private record Storage(String settings, Consumer<EngineLoader> ending) {}

  static SqsEngine inMemory(Path root) {
    return start(root, new Storage("messages-storage.enabled = false", EngineLoader::rest));
  }

  static SqsEngine onDisk(Path root, Path folder) {
    try {
      Path database = Files.createDirectories(folder).toAbsolutePath().resolve("queues");
      return start(root, new Storage(storage(database), SqsEngine::closeForGood));
    } catch (IOException e) {
      throw new EngineProblem("the data folder cannot be made: " + folder, e);
    }
  }

  private static String storage(Path database) {
    String uri = "jdbc:h2:file:" + database.toString().replace('\\', '/');
    return """
    messages-storage {
      enabled = true
      driver-class = "org.h2.Driver"
      uri = "%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
      username = ""
      password = ""
      prune-data-on-init = false
    }
    """
        .formatted(uri);
  }

  private static SqsEngine start(Path root, Storage storage) {
    EngineLoader loader = EngineLoader.of(EngineJars.of(root, "sqs"));
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    // It warns of a hook that cannot be set when the stop itself runs in one.
    System.setProperty(
        "org.slf4j.simpleLogger.log.org.apache.pekko.actor.CoordinatedShutdown", "error");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader.classes());
    try {
      for (int trial = 1; ; trial++) {
        try {
          return start(loader, storage, freePort());
        } catch (EngineProblem e) {
          if (trial == MOST_PORT_TRIALS || !portTaken(e)) {
            throw e;
          }
        }
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static SqsEngine start(EngineLoader loader, Storage storage, int port) {
    String text =
        """
        include classpath("application.conf")
        pekko { jvm-exit-on-fatal-error = off, loglevel = WARNING, stdout-loglevel = OFF, log-dead-letters = off }
        pekko { coordinated-shutdown.run-by-jvm-shutdown-hook = off, jvm-shutdown-hooks = off }
        node-address { protocol = http, host = "127.0.0.1", port = %1$d, context-path = "" }
        rest-sqs { enabled = true, bind-port = %1$d, bind-hostname = "127.0.0.1" }
        rest-sqs { sqs-limits = strict }
        aws { region = us-east-1, accountId = "000000000000" }
        """
                .formatted(port)
            + storage.settings();
    Object server =
        new Mirror(loader.classes()).create("io.bitten.local.engines.sqs.QueueServer", text);
    URI endpoint = URI.create("http://127.0.0.1:" + port);
    return new SqsEngine(loader, (AutoCloseable) server, storage.ending(), endpoint);
  }

  /** What is compiled against the engine stands in its class loader, and speaks the JDK's types. */
  @SuppressWarnings("unchecked")
  private static QueueDoor.Queues near(Object server) {
    return ((BiFunction<
                String, Map<String, Object>, CompletableFuture<Optional<Map<String, Object>>>>)
            server)
        ::apply;
  }

  /** ElasticMQ does not tell which port it got, so one is chosen before; a race is tried again. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EngineProblem("no free port", e);
    }
  }

  private static boolean portTaken(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return true;
      }
    }
    return false;
  }

  URI endpoint() {
    return endpoint;
  }

  /** The way in without a socket. */
  SdkHttpClient door() {
    return door;
  }

  @Override
  public void close() {
    door.shut();
    Mirror.call(server, "close");
    ending.accept(loader);
  }

  /** It opens its database once for all servers of a class loader. */
  private static void closeForGood(EngineLoader loader) {
    new Mirror(loader.classes()).callStatic("scalikejdbc.ConnectionPool", "closeAll");
    loader.close();
  }
}
