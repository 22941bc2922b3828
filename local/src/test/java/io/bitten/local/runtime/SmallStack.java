package io.bitten.local.runtime;

import io.bitten.local.engine.Expiry;
import io.bitten.local.engine.SqsWire;
import io.bitten.local.engine.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** One stack of tiny handlers on the embedded engines, started once for all tests of the JVM. */
final class SmallStack {
  static final Instant BEGIN = Instant.parse("2017-03-06T10:00:30Z");

  final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
  final LocalStack stack;
  final TestHandlers handlers;
  final SqsWire sqs;
  final EventBridgeClient bus;
  final DynamoDbClient tables;
  final HttpClient http = HttpClient.newHttpClient();

  private SmallStack() throws IOException {
    stack =
        LocalStack.start(
            new StackPlan(
                Path.of(".."),
                Path.of("src/test/resources/small-template.yaml"),
                Map.of(),
                new Store.InMemory(),
                Expiry.NEVER,
                0,
                now::get,
                Map.of(),
                1,
                System.err::println));
    sqs = new SqsWire(stack.sqs(), stack.queues());
    StaticCredentialsProvider keys =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    bus =
        EventBridgeClient.builder()
            .endpointOverride(stack.bus())
            .region(Region.US_EAST_1)
            .credentialsProvider(keys)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    tables =
        DynamoDbClient.builder()
            .endpointOverride(stack.dynamo())
            .region(Region.US_EAST_1)
            .credentialsProvider(keys)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    handlers = new TestHandlers(bus, tables);
    stack.mount("/sim", exchange -> exchange.getResponseSender().send("simulated"));
    stack.open(handlers);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
  }

  static SmallStack running() {
    return Holder.RUNNING;
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

  private static final class Holder {
    static final SmallStack RUNNING = start();

    private static SmallStack start() {
      try {
        return new SmallStack();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
