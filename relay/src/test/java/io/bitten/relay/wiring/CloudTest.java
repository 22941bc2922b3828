package io.bitten.relay.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.dynamodb.DynamoStores;
import io.bitten.adapters.dynamodb.Tables;
import io.bitten.core.Some;
import io.bitten.core.order.Orders;
import io.bitten.relay.CommandSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A cloud that takes connections and never answers, as behind a dead one of the pool. */
class CloudTest {
  /** Longer than any call may take, on a machine however slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A closing that waits behind it waits for no longer. */
  private static final Duration WITHIN = Duration.ofSeconds(8);

  private ServerSocket silent;

  @BeforeEach
  void listen() throws IOException {
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    silent.close();
  }

  /**
   * All at once: each takes the whole time that it is given. What a call then fails with is no
   * matter; one that is cut off while it connects fails with the HTTP client's own exception.
   */
  @Test
  void what_never_answers_ends_a_read_a_settling_and_a_short_poll() {
    try (DynamoDbClient tables = silent(Cloud.dynamo(Region.EU_CENTRAL_1)).build();
        SqsClient queues = silent(Cloud.sqs(Region.EU_CENTRAL_1)).build();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Tables names = new Tables("users", "signals", "orders", "inbox");
      Orders orders = DynamoStores.on(tables, names, InstantSource.fixed(Some.NOW)).orders();
      SqsCommands exits = new SqsCommands(queues, url() + "/1/exits.fifo", 0);
      CommandSource.Delivery one = new CommandSource.Delivery("receipt", "text");
      List<Future<?>> calls =
          List.of(
              threads.submit(() -> orders.open(Some.ACCOUNT, 1)),
              threads.submit(() -> exits.done(one)),
              threads.submit(() -> exits.receive(Duration.ZERO)));

      assertThat(calls)
          .allSatisfy(
              call ->
                  assertThatThrownBy(() -> call.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                      .isInstanceOf(ExecutionException.class));
    }
  }

  @Test
  void every_call_is_given_some_seconds() {
    try (DynamoDbClient tables = silent(Cloud.dynamo(Region.EU_CENTRAL_1)).build();
        SqsClient queues = silent(Cloud.sqs(Region.EU_CENTRAL_1)).build()) {
      assertThat(tables.serviceClientConfiguration().overrideConfiguration().apiCallTimeout())
          .hasValueSatisfying(call -> assertThat(call).isLessThanOrEqualTo(WITHIN));
      assertThat(queues.serviceClientConfiguration().overrideConfiguration().apiCallTimeout())
          .hasValueSatisfying(call -> assertThat(call).isLessThanOrEqualTo(WITHIN));
    }
  }

  private <B extends AwsClientBuilder<B, C>, C> B silent(B client) {
    return client
        .endpointOverride(url())
        .credentialsProvider(AnonymousCredentialsProvider.create());
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + silent.getLocalPort());
  }
}
