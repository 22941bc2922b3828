package io.bitten.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.local.template.Places;
import io.bitten.local.template.Template;
import io.bitten.local.template.TemplateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class TableLogTest {
  private static final Path ROOT = Path.of("..");
  private static final int ROUNDS = 12;
  private static final int WRITES = 5;
  private static final int LARGE = 100_000;

  @TempDir private Path folder;

  @Test
  void the_log_of_the_tables_is_begun_anew_again_and_again() throws Exception {
    Template template =
        TemplateFile.read(Path.of("src/test/resources/small-template.yaml"))
            .resolve(Places.unknown(), Map.of());
    try (DynamoEngine engine = DynamoEngine.onDisk(ROOT, folder)) {
      engine.provision(template.tables(), Expiry.NEVER);
      try (DynamoDbClient tables = client(engine)) {
        for (int round = 0; round < ROUNDS; round++) {
          for (int write = 0; write < WRITES; write++) {
            write(tables, "item " + write, "" + round);
          }
          engine.shorten();
        }
        assertThat(read(tables, "item 0").get("round").s()).isEqualTo("" + (ROUNDS - 1));
        assertThat(Files.size(folder.resolve("shared-local-instance.db-wal")))
            .isLessThan((long) ROUNDS * WRITES * LARGE / 2);
      }
    }
  }

  /** On a condition, as the platform writes: the engine asks before it does. */
  private static void write(DynamoDbClient tables, String name, String round) {
    Map<String, AttributeValue> item =
        Map.of(
            "pk", AttributeValue.fromS(name),
            "sk", AttributeValue.fromS("note"),
            "round", AttributeValue.fromS(round),
            "text", AttributeValue.fromS("x".repeat(LARGE)));
    tables.putItem(
        it ->
            it.tableName("things-test")
                .item(item)
                .conditionExpression("attribute_not_exists(round) OR round <> :round")
                .expressionAttributeValues(Map.of(":round", AttributeValue.fromS(round))));
  }

  private static Map<String, AttributeValue> read(DynamoDbClient tables, String name) {
    return tables
        .getItem(
            it ->
                it.tableName("things-test")
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS(name), "sk", AttributeValue.fromS("note"))))
        .item();
  }

  private static DynamoDbClient client(DynamoEngine engine) {
    return DynamoDbClient.builder()
        .endpointOverride(engine.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(engine.wire())
        .build();
  }
}
