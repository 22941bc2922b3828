package io.bitten.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.local.template.Places;
import io.bitten.local.template.Template;
import io.bitten.local.template.TemplateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Isolated("it wants no thread left")
class EnginesTest {
  private static final Path ROOT = Path.of("..");
  private static final int MANY = 300;

  @TempDir private Path folder;

  @Test
  void items_and_messages_are_found_again_after_a_restart_and_no_thread_stays() throws Exception {
    Template template =
        TemplateFile.read(Path.of("src/test/resources/small-template.yaml"))
            .resolve(Places.unknown(), Map.of());
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Map<String, AttributeValue> item =
        Map.of("pk", AttributeValue.fromS("kept"), "sk", AttributeValue.fromS("note"));
    try (Engines engines = Engines.start(ROOT, new Store.OnDisk(folder))) {
      engines.provision(template, Expiry.NEVER);
      SqsWire queues = new SqsWire(engines.sqs(), engines.queues());
      try (DynamoDbClient tables = client(engines)) {
        queues.send("steps-test.fifo", "kept", "g");
        tables.putItem(it -> it.tableName("things-test").item(item));
      }
    }
    try (Engines engines = Engines.start(ROOT, new Store.OnDisk(folder))) {
      engines.provision(template, Expiry.NEVER);
      SqsWire queues = new SqsWire(engines.sqs(), engines.queues());
      try (DynamoDbClient tables = client(engines)) {
        assertThat(queues.receive("steps-test.fifo", 10, 1))
            .extracting(it -> it.path("Body").asText())
            .containsExactly("kept");
        assertThat(tables.getItem(it -> it.tableName("things-test").key(item)).item())
            .isEqualTo(item);
      }
    }
    assertThat(left(before)).isEmpty();
  }

  @Test
  void no_stored_message_is_lost_to_whoever_asks_first() throws Exception {
    Template template =
        TemplateFile.read(Path.of("src/test/resources/small-template.yaml"))
            .resolve(Places.unknown(), Map.of());
    try (Engines engines = Engines.start(ROOT, new Store.OnDisk(folder))) {
      engines.provision(template, Expiry.NEVER);
      SqsWire queues = new SqsWire(engines.sqs(), engines.queues());
      for (int i = 0; i < MANY; i++) {
        queues.send("steps-test.fifo", "message " + i, "group" + i);
      }
    }
    try (Engines engines = Engines.start(ROOT, new Store.OnDisk(folder))) {
      engines.provision(template, Expiry.NEVER);
      SqsWire queues = new SqsWire(engines.sqs(), engines.queues());
      assertThat(queues.waiting("steps-test.fifo")).isEqualTo(MANY);
    }
  }

  @Test
  void tables_are_written_ahead_also_where_they_were_not_before() throws Exception {
    Template template =
        TemplateFile.read(Path.of("src/test/resources/small-template.yaml"))
            .resolve(Places.unknown(), Map.of());
    Path database = folder.resolve("tables/shared-local-instance.db");
    Path log = folder.resolve("tables/shared-local-instance.db-wal");
    try (Engines engines = Engines.start(ROOT, new Store.OnDisk(folder))) {
      engines.provision(template, Expiry.NEVER);
      assertThat(log).exists();
    }
    byte[] before = Files.readAllBytes(database);
    Arrays.fill(before, 18, 20, (byte) 1);
    Files.write(database, before);
    try (Engines engines = Engines.start(ROOT, new Store.OnDisk(folder));
        DynamoDbClient tables = client(engines)) {
      assertThat(tables.listTables().tableNames()).contains("things-test");
      assertThat(log).exists();
    }
  }

  @Test
  void without_its_class_path_an_engine_says_what_is_missing() {
    assertThatThrownBy(() -> Engines.start(folder, new Store.InMemory()))
        .isInstanceOf(EngineProblem.class)
        .hasMessageContaining("is not built");
  }

  private static Set<String> left(Set<Thread> before) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (true) {
      Set<String> left =
          Thread.getAllStackTraces().keySet().stream()
              .filter(it -> !before.contains(it) && ours(it))
              .map(Thread::getName)
              .collect(Collectors.toSet());
      if (left.isEmpty() || System.nanoTime() > end) {
        return left;
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  /** The JDK keeps threads of its own: they are nobody's. */
  private static boolean ours(Thread thread) {
    String name = thread.getName();
    return !name.equals("Attach Listener")
        && !name.startsWith("Keep-Alive-Timer")
        && !name.startsWith("ForkJoinPool")
        && !name.startsWith("VirtualThread")
        && !name.startsWith("Read-Poller")
        && !name.startsWith("Write-Poller")
        && !name.startsWith("Cleaner-")
        && !name.startsWith("process reaper");
  }

  private static DynamoDbClient client(Engines engines) {
    return DynamoDbClient.builder()
        .endpointOverride(engines.dynamo())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
