package io.bitten.functions;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The AWS services the platform's ports stand on. */
public record Clients(DynamoDbClient dynamo, SqsClient sqs, EventBridgeClient bus) {

  /** The region's, with credentials and region from the Lambda environment. Calls nothing. */
  public static Clients aws() {
    return new Clients(
        DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build(),
        SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build(),
        EventBridgeClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build());
  }
}
