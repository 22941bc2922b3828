package io.bitten.relay.wiring;

import io.bitten.adapters.dynamodb.DynamoStores;
import io.bitten.adapters.dynamodb.Tables;
import io.bitten.adapters.sign.CommandVerifier;
import io.bitten.adapters.sqs.SqsReports;
import io.bitten.core.account.AccountId;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.Orders;
import io.bitten.relay.RelayCloud;
import io.bitten.relay.RelayPorts;
import io.bitten.relay.journal.Journal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A configuration's queues and tables on AWS; the SDK finds keys and endpoints by itself. */
public final class Cloud implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Above the longest poll of 20 s. */
  private static final Duration READ = Duration.ofSeconds(30);

  /** A table answers within milliseconds, or a call of it is made anew. */
  private static final Duration TABLE_READ = Duration.ofSeconds(3);

  /**
   * A call with its repeats: a round that closes or sets stops waits for a silent table so long.
   */
  private static final Duration TABLE_CALL = Duration.ofSeconds(8);

  /** Of the platform's tables the relay uses two; the others are never called. */
  private static final String NOT_USED = "not-used";

  private final RelayFile file;
  private final InstantSource time;
  private final SqsClient sqs;
  private final DynamoDbClient dynamo;
  private final DynamoStores stores;

  public Cloud(RelayFile file, InstantSource time) {
    this.file = file;
    this.time = time;
    Region region = Region.of(file.cloud().region());
    this.sqs = SqsClient.builder().region(region).httpClientBuilder(http(READ)).build();
    this.dynamo =
        DynamoDbClient.builder()
            .region(region)
            .httpClientBuilder(http(TABLE_READ))
            .overrideConfiguration(settings -> settings.apiCallTimeout(TABLE_CALL))
            .build();
    this.stores =
        DynamoStores.on(
            dynamo,
            new Tables(file.cloud().usersTable(), NOT_USED, file.cloud().ordersTable(), NOT_USED),
            time);
  }

  /** The relay's side effects, with this journal. */
  public RelayPorts ports(Journal journal) {
    return new RelayPorts(
        stores.orders(),
        stores.halts(),
        stores.leases(),
        stores.closeWishes(),
        stores.orphans(),
        new SqsReports(sqs, file.cloud().reports()),
        time,
        System::nanoTime,
        journal);
  }

  /** The orders, to be read. */
  public Orders orders() {
    return stores.orders();
  }

  /** The relay's commands. */
  public RelayCloud commands() {
    int poll = (int) file.cloud().poll().toSeconds();
    Set<AccountId> accounts =
        file.accounts().stream().map(RelayFile.Account::id).collect(Collectors.toSet());
    return new RelayCloud(
        new SqsCommands(sqs, file.cloud().orders(), poll),
        new SqsCommands(sqs, file.cloud().exits(), poll),
        new SignedDoor(new CommandVerifier(file.verifyKey(), accounts, time)));
  }

  /** Reads one thing of each queue and table; throws when one does not answer. */
  public void probe() {
    stores.halts().read(new HaltScope.Everything());
    stores.orders().open(file.accounts().getFirst().id(), 1);
    for (String queue : new String[] {file.cloud().orders(), file.cloud().exits()}) {
      sqs.getQueueAttributes(
          ask -> ask.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN));
    }
  }

  @Override
  public void close() {
    sqs.close();
    dynamo.close();
  }

  private static Apache5HttpClient.Builder http(Duration read) {
    return Apache5HttpClient.builder().connectionTimeout(CONNECT).socketTimeout(read);
  }
}
