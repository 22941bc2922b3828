package io.bitten.local.stores;

import io.bitten.adapters.dynamodb.DynamoStores;
import io.bitten.adapters.dynamodb.Tables;
import io.bitten.core.World;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.local.engine.Engines;
import io.bitten.local.engine.Expiry;
import io.bitten.local.engine.Store;
import io.bitten.local.template.Places;
import io.bitten.local.template.Template;
import io.bitten.local.template.TemplateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Worlds whose tables are the template's own, each a new stage on one pair of engines. */
final class EngineWorlds implements AutoCloseable {
  private static final Path ROOT = Path.of("..");
  private static final StaticCredentialsProvider NOBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final AtomicInteger stages = new AtomicInteger();
  private final TemplateFile template;
  private final Engines engines = Engines.start(ROOT, new Store.InMemory());
  private final DynamoDbClient tables =
      DynamoDbClient.builder()
          .endpointOverride(engines.dynamo())
          .region(Region.US_EAST_1)
          .credentialsProvider(NOBODY)
          .httpClient(engines.tables())
          .build();
  private final SqsClient queues =
      SqsClient.builder()
          .endpointOverride(engines.sqs())
          .region(Region.US_EAST_1)
          .credentialsProvider(NOBODY)
          .httpClient(engines.queues())
          .build();

  EngineWorlds() {
    try {
      template = TemplateFile.read(ROOT.resolve("template.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A world in memory but for its stores, whose tables are new and empty. */
  World world(InstantSource clock) {
    String stage = newStage(tablesOnly());
    DynamoStores stores =
        DynamoStores.on(
            tables,
            new Tables(
                "bitten-" + stage + "-users",
                "bitten-" + stage + "-signals",
                "bitten-" + stage + "-orders",
                "bitten-" + stage + "-inbox"),
            clock);
    World memory = MemoryWorld.on(clock).world();
    return new World(
        clock,
        memory.nonces(),
        memory.market(),
        memory.indicators(),
        memory.newsFeed(),
        stores.calendars(),
        stores.ledger(),
        stores.traders(),
        stores.bills(),
        stores.accounts(),
        stores.offers(),
        stores.orders(),
        stores.riskBooks(),
        stores.relays(),
        stores.halts(),
        stores.leases(),
        stores.closeWishes(),
        stores.orphans(),
        stores.inbox(),
        stores.shownCards(),
        stores.dossiers(),
        memory.messenger(),
        memory.queues(),
        memory.events());
  }

  SqsClient queues() {
    return queues;
  }

  /** Makes all of the template's queues under a new stage and answers its name. */
  String newQueues() {
    return newStage(template -> template);
  }

  private String newStage(UnaryOperator<Template> part) {
    String stage = "t" + stages.incrementAndGet();
    engines.provision(
        part.apply(template.resolve(Places.unknown(), Map.of("Stage", stage))), Expiry.NEVER);
    return stage;
  }

  private static UnaryOperator<Template> tablesOnly() {
    return all -> new Template(List.of(), List.of(), all.tables(), List.of(), List.of());
  }

  @Override
  public void close() {
    try (engines;
        tables;
        queues) {
      stages.set(0);
    }
  }
}
