package io.bitten.local.stores;

import io.bitten.adapters.dynamodb.DynamoStores;
import io.bitten.adapters.dynamodb.Tables;
import io.bitten.core.World;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.local.template.Places;
import io.bitten.local.template.Template;
import io.bitten.local.template.TemplateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Worlds whose tables are the template's own, each a new stage on one ground. */
final class EngineWorlds implements AutoCloseable {
  private final Ground ground;
  private final TemplateFile template;

  EngineWorlds(Ground ground) {
    this.ground = ground;
    try {
      template = TemplateFile.read(Path.of("..", "template.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A world in memory but for its stores, whose tables are new and empty. */
  World world(InstantSource clock) {
    String stage = newStage(tablesOnly());
    DynamoStores stores =
        DynamoStores.on(
            ground.tables(),
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
    return ground.queues();
  }

  /** Makes all of the template's queues under a new stage and answers its name. */
  String newQueues() {
    return newStage(template -> template);
  }

  private String newStage(UnaryOperator<Template> part) {
    String stage = ground.newStage();
    ground.make(part.apply(template.resolve(Places.unknown(), Map.of("Stage", stage))));
    return stage;
  }

  private static UnaryOperator<Template> tablesOnly() {
    return all -> new Template(List.of(), List.of(), all.tables(), List.of(), List.of());
  }

  @Override
  public void close() {
    ground.close();
  }
}
