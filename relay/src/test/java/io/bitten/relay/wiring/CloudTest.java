package io.bitten.relay.wiring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A cloud that takes connections and never answers, as behind a dead one of the pool. */
class CloudTest {
  private static final Duration WITHIN = Duration.ofSeconds(12);

  private ServerSocket silent;

  @BeforeEach
  void listen() throws IOException {
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    silent.close();
  }

  @Test
  void a_table_that_never_answers_ends_a_read_within_seconds() {
    try (DynamoDbClient client =
        Cloud.dynamo(Region.EU_CENTRAL_1)
            .endpointOverride(url())
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build()) {
      Orders orders =
          DynamoStores.on(
                  client,
                  new Tables("users", "signals", "orders", "inbox"),
                  InstantSource.fixed(Some.NOW))
              .orders();
      ends(() -> orders.open(Some.ACCOUNT, 1));
    }
  }

  @Test
  void a_queue_that_never_answers_ends_a_settling_and_a_short_poll_within_seconds() {
    try (SqsClient client =
        Cloud.sqs(Region.EU_CENTRAL_1)
            .endpointOverride(url())
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build()) {
      SqsCommands exits = new SqsCommands(client, url() + "/1/exits.fifo", 0);
      CommandSource.Delivery one = new CommandSource.Delivery("receipt", "text");
      ends(() -> exits.done(one));
      ends(() -> exits.receive(Duration.ZERO));
    }
  }

  private static void ends(Executable call) {
    assertTimeoutPreemptively(
        WITHIN, () -> assertThatThrownBy(call::execute).isInstanceOf(SdkClientException.class));
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + silent.getLocalPort());
  }
}
