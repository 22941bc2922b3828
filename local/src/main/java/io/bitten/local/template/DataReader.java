package io.bitten.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what keeps data: queues and tables; and checks the HTTP API's own properties. */
final class DataReader {
  private static final int DEFAULT_RETENTION_SECONDS = 345_600;

  private DataReader() {}

  static Queue queue(String id, Section queue) {
    boolean fifo = queue.flag("FifoQueue", false);
    boolean byContent = queue.flag("ContentBasedDeduplication", false);
    Queue read =
        new Queue(
            id,
            queue.text("QueueName", fifo ? id + ".fifo" : id),
            order(fifo, byContent),
            seconds(queue, "VisibilityTimeout", 30),
            seconds(queue, "DelaySeconds", 0),
            seconds(queue, "MessageRetentionPeriod", DEFAULT_RETENTION_SECONDS),
            deadLetters(queue));
    queue
        .cloudOnly("SqsManagedSseEnabled", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds")
        .cloudOnly("Tags", "RedriveAllowPolicy", "ReceiveMessageWaitTimeSeconds")
        .cloudOnly("DeduplicationScope", "FifoThroughputLimit", "MaximumMessageSize")
        .end();
    return read;
  }

  private static Queue.Order order(boolean fifo, boolean byContent) {
    if (!fifo) {
      return Queue.Order.STANDARD;
    }
    return byContent ? Queue.Order.FIFO_DEDUPLICATED_BY_CONTENT : Queue.Order.FIFO;
  }

  private static Queue.DeadLetters deadLetters(Section queue) {
    if (!queue.has("RedrivePolicy")) {
      return new Queue.DeadLetters.None();
    }
    Section policy = queue.section("RedrivePolicy");
    Queue.DeadLetters to =
        new Queue.DeadLetters.To(
            queueName(policy.text("deadLetterTargetArn")), policy.whole("maxReceiveCount", 10));
    policy.end();
    return to;
  }

  /** The queue's name, the last part of its ARN or address. */
  static String queueName(String arn) {
    return arn.substring(Math.max(arn.lastIndexOf(':'), arn.lastIndexOf('/')) + 1);
  }

  private static Duration seconds(Section section, String key, int absent) {
    return Duration.ofSeconds(section.whole(key, absent));
  }

  static Table table(String id, Section table) {
    Map<String, String> attributes = new HashMap<>();
    for (Section attribute : table.sections("AttributeDefinitions")) {
      attributes.put(attribute.text("AttributeName"), attribute.text("AttributeType"));
      attribute.end();
    }
    String name = table.text("TableName", id);
    Table.Key key = key(table);
    List<Table.Index> indexes = new ArrayList<>();
    table.sections("GlobalSecondaryIndexes").forEach(index -> indexes.add(index(index)));
    Section ttl = table.section("TimeToLiveSpecification");
    String ttlAttribute = ttl.flag("Enabled", false) ? ttl.text("AttributeName") : "";
    ttl.cloudOnly("AttributeName").end();
    table
        .cloudOnly("BillingMode", "PointInTimeRecoverySpecification", "SSESpecification")
        .cloudOnly("DeletionProtectionEnabled", "Tags", "TableClass", "ProvisionedThroughput")
        .cloudOnly("ContributorInsightsSpecification", "OnDemandThroughput", "ResourcePolicy")
        .end();
    return new Table(id, name, attributes, key, indexes, ttlAttribute);
  }

  private static Table.Index index(Section index) {
    String name = index.text("IndexName");
    Table.Key key = key(index);
    Section projection = index.section("Projection");
    Table.Index read =
        new Table.Index(
            name, key, projection.text("ProjectionType"), projection.texts("NonKeyAttributes"));
    projection.end();
    index.cloudOnly("ProvisionedThroughput", "OnDemandThroughput").end();
    return read;
  }

  private static Table.Key key(Section section) {
    String partition = "";
    String sort = "";
    for (Section part : section.sections("KeySchema")) {
      switch (part.text("KeyType")) {
        case "HASH" -> partition = part.text("AttributeName");
        case "RANGE" -> sort = part.text("AttributeName");
        default -> throw part.wrong("KeyType must be HASH or RANGE");
      }
      part.end();
    }
    if (partition.isEmpty()) {
      throw section.wrong("KeySchema has no HASH key");
    }
    return new Table.Key(partition, sort);
  }

  /** Of an HTTP API nothing is kept: its routes stand in the functions. */
  static void httpApi(Section api) {
    Section auth = api.section("Auth");
    auth.cloudOnly("EnableIamAuthorizer").end();
    api.cloudOnly("StageName", "Name", "Description", "Tags", "PropagateTags", "Domain")
        .cloudOnly("AccessLogSettings", "DefaultRouteSettings", "RouteSettings")
        .cloudOnly("FailOnWarnings", "DisableExecuteApiEndpoint", "CorsConfiguration")
        .end();
  }
}
