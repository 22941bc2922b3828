package io.bitten.functions;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The AWS services the platform's ports stand on. A call that hangs is given up, with its repeats,
 * while its function still has time to say so.
 */
public record Clients(DynamoDbClient dynamo, SqsClient sqs, EventBridgeClient bus) {
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ATTEMPT = Duration.ofSeconds(2);
  private static final Duration CALL = Duration.ofSeconds(5);

  /** The region's, with credentials and region from the Lambda environment. Calls nothing. */
  public static Clients aws() {
    return new Clients(
        DynamoDbClient.builder()
            .httpClientBuilder(http())
            .overrideConfiguration(Clients::limit)
            .build(),
        SqsClient.builder().httpClientBuilder(http()).overrideConfiguration(Clients::limit).build(),
        EventBridgeClient.builder()
            .httpClientBuilder(http())
            .overrideConfiguration(Clients::limit)
            .build());
  }

  /** The region's store of secrets, likewise: a hanging one must leave time for what is known. */
  static SecretsManagerClient secrets() {
    return SecretsManagerClient.builder()
        .httpClientBuilder(http())
        .overrideConfiguration(Clients::limit)
        .build();
  }

  private static UrlConnectionHttpClient.Builder http() {
    return UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT);
  }

  private static void limit(ClientOverrideConfiguration.Builder calls) {
    calls.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(CALL);
  }
}
