package io.bitten.local.stores;

import io.bitten.local.engine.Engines;
import io.bitten.local.engine.Expiry;
import io.bitten.local.engine.Store;
import io.bitten.local.template.Template;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The engines the local platform runs on, one pair in this JVM. */
final class Embedded implements Ground {
  private static final StaticCredentialsProvider NOBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  /** However many go wrong: the SDK's own would not repeat them all, and wait before each. */
  private static final RetryStrategy RETRIES =
      AwsRetryStrategy.standardRetryStrategy().toBuilder()
          .circuitBreakerEnabled(false)
          .backoffStrategy(BackoffStrategy.retryImmediately())
          .build();

  private final AtomicInteger stages = new AtomicInteger();
  private final Engines engines = Engines.start(Path.of(".."), new Store.InMemory());
  private final DynamoDbClient tables;
  private final SqsClient queues =
      SqsClient.builder()
          .endpointOverride(engines.sqs())
          .region(Region.US_EAST_1)
          .credentialsProvider(NOBODY)
          .httpClient(engines.queues())
          .build();

  Embedded() {
    this(UnaryOperator.identity());
  }

  /**
   * @param way what befalls the calls to the tables
   */
  Embedded(UnaryOperator<SdkHttpClient> way) {
    this.tables =
        DynamoDbClient.builder()
            .endpointOverride(engines.dynamo())
            .region(Region.US_EAST_1)
            .credentialsProvider(NOBODY)
            .httpClient(way.apply(engines.tables()))
            .overrideConfiguration(calls -> calls.retryStrategy(RETRIES))
            .build();
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
