package io.bitten.local.runtime;

import io.bitten.local.engine.Expiry;
import io.bitten.local.engine.SqsWire;
import io.bitten.local.engine.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A stack of tiny handlers on the embedded engines. */
final class SmallStack implements AutoCloseable {
  static final Instant BEGIN = Instant.parse("2017-03-06T10:00:30Z");

  final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
  final LocalStack stack;
  final TestHandlers handlers;
  final SqsWire sqs;
  final EventBridgeClient bus;
  final DynamoDbClient tables;
  final HttpClient http = HttpClient.newHttpClient();

  private final SqsClient queues;

  private SmallStack(Store store) throws IOException {
    stack =
        LocalStack.start(
            new StackPlan(
                Path.of(".."),
                Path.of("src/test/resources/small-template.yaml"),
                Map.of(),
                store,
                Expiry.NEVER,
                0,
                now::get,
                Map.of(),
                1,
                System.err::println));
    sqs = new SqsWire(stack.sqs(), stack.queues());
    bus = at(EventBridgeClient.builder(), stack.bus()).build();
    tables =
        at(
                DynamoDbClient.builder(),
                store instanceof Store.MemoryPorts ? stack.sqs() : stack.dynamo())
            .build();
    queues = at(SqsClient.builder(), stack.sqs()).build();
    handlers = new TestHandlers(bus, tables, this::again);
    stack.mount("/sim", exchange -> exchange.getResponseSender().send("simulated"));
    stack.open(handlers);
  }

  static SmallStack whole() throws IOException {
    return new SmallStack(new Store.InMemory());
  }

  /** Whose tables nobody asks. */
  static SmallStack withoutTables() throws IOException {
    return new SmallStack(new Store.MemoryPorts());
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B at(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create());
  }

  private void again(String queue, String receipt) {
    queues.changeMessageVisibility(
        change -> change.queueUrl(sqs.url(queue)).receiptHandle(receipt).visibilityTimeout(0));
    stack.bells().ring(queue);
  }

  void send(String queue, String body, String group) throws IOException {
    sqs.send(queue, body, group);
    stack.bells().ring(queue);
  }

  boolean stored(String id) {
    return tables
        .getItem(
            get ->
                get.tableName("things-test")
                    .consistentRead(true)
                    .key(Map.of("pk", TestHandlers.text(id), "sk", TestHandlers.text("note"))))
        .hasItem();
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return http.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(stack.doors() + path));
  }

  @Override
  public void close() {
    http.close();
    stack.close();
    queues.close();
    tables.close();
    bus.close();
  }
}
