package io.bitten.local.stores;

import io.bitten.local.template.Template;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the stores and queues of a test stand on. */
interface Ground extends AutoCloseable {
  DynamoDbClient tables();

  SqsClient queues();

  /** A stage whose names nobody has used here. */
  String newStage();

  /** Makes the template's tables and queues. */
  void make(Template template);

  @Override
  void close();
}
