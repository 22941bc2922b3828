package io.bitten.local.stores;

import io.bitten.local.engine.Expiry;
import io.bitten.local.engine.TableSetup;
import io.bitten.local.template.Queue;
import io.bitten.local.template.Table;
import io.bitten.local.template.Template;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A stand-in for AWS that runs beside the build, such as LocalStack: another reading of the same
 * documents than the embedded engines'. Only this machine's, so that no test ever meets AWS.
 */
final class AtEndpoint implements Ground {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final StaticCredentialsProvider NOBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  /** Names of another run may still be there. */
  private final String run =
      "l" + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36), 36);

  private final AtomicInteger stages = new AtomicInteger();
  private final List<String> madeTables = new ArrayList<>();
  private final List<String> madeQueues = new ArrayList<>();
  private final URI endpoint;
  private final SdkHttpClient http;
  private final DynamoDbClient tables;
  private final SqsClient queues;

  AtEndpoint(URI endpoint) {
    if (!THIS_MACHINE.contains(String.valueOf(endpoint.getHost()))) {
      throw new IllegalArgumentException(
          OnLocalStack.ENDPOINT + " must be an address of this machine, was " + endpoint);
    }
    this.endpoint = endpoint;
    this.http = Apache5HttpClient.builder().build();
    this.tables =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(NOBODY)
            .httpClient(http)
            .build();
    this.queues =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(NOBODY)
            .httpClient(http)
            .build();
  }

  static AtEndpoint ofEnvironment() {
    return new AtEndpoint(URI.create(System.getenv(OnLocalStack.ENDPOINT)));
  }

  @Override
  public DynamoDbClient tables() {
    return tables;
  }

  @Override
  public SqsClient queues() {
    return queues;
  }

  @Override
  public String newStage() {
    return run + "x" + stages.incrementAndGet();
  }

  @Override
  public void make(Template template) {
    try (TableSetup setup = new TableSetup(endpoint, http)) {
      setup.make(template.tables(), Expiry.NEVER);
    }
    template.tables().stream().map(Table::name).forEach(madeTables::add);
    template.queues().stream()
        .filter(queue -> queue.deadLetters() instanceof Queue.DeadLetters.None)
        .forEach(this::make);
    template.queues().stream()
        .filter(queue -> queue.deadLetters() instanceof Queue.DeadLetters.To)
        .forEach(this::make);
  }

  private void make(Queue queue) {
    Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, "" + queue.visibility().toSeconds());
    attributes.put(QueueAttributeName.DELAY_SECONDS, "" + queue.delay().toSeconds());
    if (queue.order().grouped()) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    }
    if (queue.deadLetters() instanceof Queue.DeadLetters.To(String target, int most)) {
      attributes.put(
          QueueAttributeName.REDRIVE_POLICY,
          "{\"deadLetterTargetArn\": \"%s\", \"maxReceiveCount\": %d}"
              .formatted(arn(target), most));
    }
    madeQueues.add(
        queues
            .createQueue(create -> create.queueName(queue.name()).attributes(attributes))
            .queueUrl());
  }

  private String arn(String queue) {
    String url = queues.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    return queues
        .getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }

  @Override
  public void close() {
    try (http;
        tables;
        queues) {
      madeTables.forEach(name -> tables.deleteTable(delete -> delete.tableName(name)));
      madeQueues.forEach(url -> queues.deleteQueue(delete -> delete.queueUrl(url)));
    }
  }
}
