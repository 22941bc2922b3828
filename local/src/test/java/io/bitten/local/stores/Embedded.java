package io.bitten.local.stores;

import io.bitten.local.engine.Engines;
import io.bitten.local.engine.Expiry;
import io.bitten.local.engine.Store;
import io.bitten.local.template.Template;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The engines the local platform runs on, one pair in this JVM. */
final class Embedded implements Ground {
  private static final StaticCredentialsProvider NOBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final AtomicInteger stages = new AtomicInteger();
  private final Engines engines = Engines.start(Path.of(".."), new Store.InMemory());
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
    return "t" + stages.incrementAndGet();
  }

  @Override
  public void make(Template template) {
    engines.provision(template, Expiry.NEVER);
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
