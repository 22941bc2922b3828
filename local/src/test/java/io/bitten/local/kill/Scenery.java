package io.bitten.local.kill;

import io.bitten.adapters.dynamodb.DynamoStores;
import io.bitten.adapters.dynamodb.Tables;
import io.bitten.core.account.AccountId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the test and the relay's processes share, as it goes over a command line. */
record Scenery(
    Duration shift,
    URI farm,
    URI sqsAt,
    URI dynamoAt,
    String stage,
    String journal,
    String publicKey,
    List<AccountId> accounts) {
  private static final StaticCredentialsProvider NOBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  static Scenery of(String[] arguments) {
    return new Scenery(
        Duration.parse(arguments[0]),
        URI.create(arguments[1]),
        URI.create(arguments[2]),
        URI.create(arguments[3]),
        arguments[4],
        arguments[5],
        arguments[6],
        Arrays.stream(arguments[7].split(",")).map(AccountId::new).toList());
  }

  List<String> arguments() {
    return List.of(
        shift.toString(),
        farm.toString(),
        sqsAt.toString(),
        dynamoAt.toString(),
        stage,
        journal,
        publicKey,
        String.join(",", accounts.stream().map(AccountId::value).toList()));
  }

  /** The recording's clock. */
  InstantSource time() {
    return () -> Instant.now().plus(shift);
  }

  SqsClient sqs() {
    return SqsClient.builder()
        .endpointOverride(sqsAt)
        .region(Region.US_EAST_1)
        .credentialsProvider(NOBODY)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  DynamoStores stores() {
    DynamoDbClient client =
        DynamoDbClient.builder()
            .endpointOverride(dynamoAt)
            .region(Region.US_EAST_1)
            .credentialsProvider(NOBODY)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    Tables tables = new Tables(table("users"), table("signals"), table("orders"), table("inbox"));
    return DynamoStores.on(client, tables, time());
  }

  String queue(String name) {
    return sqs()
        .getQueueUrl(ask -> ask.queueName("bitten-" + stage + "-" + name + ".fifo"))
        .queueUrl();
  }

  static String broker(AccountId account) {
    return "sim-" + account.value().substring(0, account.value().indexOf('@'));
  }

  private String table(String name) {
    return "bitten-" + stage + "-" + name;
  }
}
