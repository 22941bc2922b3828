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
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A configuration's queues and tables on AWS; the SDK finds keys and endpoints by itself. */
public final class Cloud implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  /** A store that says nothing for so long answers on another connection, or is away. */
  private static final Duration READ = Duration.ofSeconds(2);

  /** Above the longest poll of 20 s; every call ends sooner by its own time. */
  private static final Duration POLL_READ = Duration.ofSeconds(30);

  /** One try with its connection, and all of them: an account's closes wait for no longer. */
  private static final Duration ATTEMPT = Duration.ofSeconds(3);

  private static final Duration CALL = Duration.ofSeconds(6);

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
    this.sqs = sqs(region).build();
    this.dynamo = dynamo(region).build();
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

  /**
   * The relay's commands.
   *
   * @throws BadFile when the configuration's verify_key is no key
   */
  public RelayCloud commands() {
    int poll = (int) file.cloud().poll().toSeconds();
    Set<AccountId> accounts =
        file.accounts().stream().map(RelayFile.Account::id).collect(Collectors.toSet());
    return new RelayCloud(
        new SqsCommands(sqs, file.cloud().orders(), poll),
        new SqsCommands(sqs, file.cloud().exits(), poll),
        new SignedDoor(verifier(accounts)));
  }

  private CommandVerifier verifier(Set<AccountId> accounts) {
    try {
      return new CommandVerifier(file.verifyKey(), accounts, time);
    } catch (IllegalArgumentException e) {
      throw new BadFile("verify_key: " + e.getMessage(), e);
    }
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

  /** Every call but a poll, which has a time of its own, ends within {@link #CALL}. */
  static SqsClientBuilder sqs(Region region) {
    return SqsClient.builder()
        .region(region)
        .overrideConfiguration(Cloud::bounded)
        .httpClientBuilder(http(POLL_READ));
  }

  /** Every call ends within {@link #CALL}. */
  static DynamoDbClientBuilder dynamo(Region region) {
    return DynamoDbClient.builder()
        .region(region)
        .overrideConfiguration(Cloud::bounded)
        .httpClientBuilder(http(READ));
  }

  private static void bounded(ClientOverrideConfiguration.Builder calls) {
    calls.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL);
  }

  private static Apache5HttpClient.Builder http(Duration read) {
    return Apache5HttpClient.builder().connectionTimeout(CONNECT).socketTimeout(read);
  }
}
