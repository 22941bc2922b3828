package io.bitten.local.engine;

import io.bitten.local.template.Table;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Makes the template's tables that are missing, on whatever speaks DynamoDB at an address. */
public final class TableSetup implements AutoCloseable {
  private final DynamoDbClient client;

  /**
   * @param endpoint where the tables are to be
   * @param http the way there, which stays open
   */
  public TableSetup(URI endpoint, SdkHttpClient http) {
    client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(http)
            .build();
  }

  /** Makes each table that is not there by its name. */
  public void make(List<Table> tables, Expiry expiry) {
    List<String> there = client.listTables().tableNames();
    for (Table table : tables) {
      if (!there.contains(table.name())) {
        make(table);
      }
      if (expiry == Expiry.BY_WALL_CLOCK && !table.ttlAttribute().isEmpty()) {
        expire(table);
      }
    }
  }

  private void make(Table table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                table.attributes().entrySet().stream()
                    .map(it -> attribute(it.getKey(), it.getValue()))
                    .toList())
            .keySchema(key(table.key()));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(TableSetup::index).toList());
    }
    try {
      client.createTable(request.build());
    } catch (ResourceInUseException e) {
      throw new EngineProblem("table " + table.name() + " is being made by somebody else", e);
    }
  }

  private void expire(Table table) {
    TimeToLiveStatus status =
        client
            .describeTimeToLive(it -> it.tableName(table.name()))
            .timeToLiveDescription()
            .timeToLiveStatus();
    if (status == TimeToLiveStatus.DISABLED) {
      client.updateTimeToLive(
          it ->
              it.tableName(table.name())
                  .timeToLiveSpecification(
                      ttl -> ttl.attributeName(table.ttlAttribute()).enabled(true)));
    }
  }

  private static GlobalSecondaryIndex index(Table.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(key(index.key()))
        .projection(
            it -> {
              it.projectionType(index.projection());
              if (!index.included().isEmpty()) {
                it.nonKeyAttributes(index.included());
              }
            })
        .build();
  }

  private static AttributeDefinition attribute(String name, String type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static List<KeySchemaElement> key(Table.Key key) {
    List<KeySchemaElement> parts = new ArrayList<>();
    parts.add(part(key.partition(), KeyType.HASH));
    if (!key.sort().isEmpty()) {
      parts.add(part(key.sort(), KeyType.RANGE));
    }
    return parts;
  }

  private static KeySchemaElement part(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  @Override
  public void close() {
    client.close();
  }
}
