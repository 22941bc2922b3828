package io.bitten.local.platform;

import io.bitten.core.Events;
import io.bitten.core.World;
import io.bitten.core.billing.Bills;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.Clients;
import io.bitten.functions.Settings;
import io.bitten.functions.Wiring;
import io.bitten.local.engine.Doorbells;
import io.bitten.local.engine.Store;
import io.bitten.local.runtime.LocalStack;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** The cloud's own wiring on the engines of this machine. */
final class LocalWorld {
  private LocalWorld() {}

  /** The same clients as in the cloud, sent to the engines. */
  static Clients clients(LocalStack stack, Store store) {
    DynamoDbClientBuilder tables =
        switch (store) {
          case Store.OnDisk s -> at(DynamoDbClient.builder(), stack.dynamo(), stack.tables());
          case Store.InMemory s -> at(DynamoDbClient.builder(), stack.dynamo(), stack.tables());
          // No tables answer there: with the memory ports nobody asks.
          case Store.MemoryPorts s -> at(DynamoDbClient.builder(), stack.sqs(), stack.queues());
        };
    return new Clients(
        tables.build(),
        at(SqsClient.builder(), stack.sqs(), stack.queues())
            .overrideConfiguration(it -> it.addExecutionInterceptor(new Ringing(stack.bells())))
            .build(),
        at(EventBridgeClient.builder(), stack.bus(), stack.events()).build());
  }

  static World world(Settings settings, Clients clients, Store store, InstantSource time) {
    World cloud = Wiring.world(settings, clients, time);
    return switch (store) {
      case Store.OnDisk s -> cloud;
      case Store.InMemory s -> cloud;
      case Store.MemoryPorts s -> inMemory(cloud, MemoryWorld.on(time));
    };
  }

  /** The world with another bus, and other bills. */
  static World with(World world, Events events, Bills bills) {
    return new World(
        world.time(),
        world.nonces(),
        world.market(),
        world.indicators(),
        world.newsFeed(),
        world.calendars(),
        world.ledger(),
        world.traders(),
        bills,
        world.accounts(),
        world.offers(),
        world.orders(),
        world.riskBooks(),
        world.relays(),
        world.halts(),
        world.leases(),
        world.closeWishes(),
        world.orphans(),
        world.inbox(),
        world.shownCards(),
        world.dossiers(),
        world.messenger(),
        world.queues(),
        events);
  }

  private static World inMemory(World cloud, MemoryWorld memory) {
    return new World(
        cloud.time(),
        cloud.nonces(),
        cloud.market(),
        cloud.indicators(),
        cloud.newsFeed(),
        memory.calendars(),
        memory.ledger(),
        memory.traders(),
        memory.bills(),
        memory.accounts(),
        memory.offers(),
        memory.orders(),
        memory.riskBooks(),
        memory.relays(),
        memory.halts(),
        memory.leases(),
        memory.closeWishes(),
        memory.orphans(),
        memory.inbox(),
        memory.shownCards(),
        memory.world().dossiers(),
        cloud.messenger(),
        cloud.queues(),
        cloud.events());
  }

  /** Rings the bell of the queue that something was sent to, or put off in. */
  private record Ringing(Doorbells bells) implements ExecutionInterceptor {
    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
      switch (context.request()) {
        case SendMessageRequest sent -> bells.ring(sent.queueUrl());
        case SendMessageBatchRequest sent -> bells.ring(sent.queueUrl(), sent.entries().size());
        case ChangeMessageVisibilityRequest later ->
            bells.ringIn(later.queueUrl(), Duration.ofSeconds(later.visibilityTimeout()));
        default -> {}
      }
    }
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B at(
      B builder, URI endpoint, SdkHttpClient http) {
    return builder
        .httpClient(http)
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }
}
