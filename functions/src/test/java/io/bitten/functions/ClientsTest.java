package io.bitten.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

class ClientsTest {
  /** Of the functions that somebody waits for; the shortest in the template. */
  private static final Duration FUNCTION = Duration.ofSeconds(10);

  @Test
  void a_call_that_hangs_is_tried_again_and_given_up_well_before_its_function_is() {
    Clients clients = Clients.aws();
    List<ClientOverrideConfiguration> all =
        List.of(
            clients.dynamo().serviceClientConfiguration().overrideConfiguration(),
            clients.sqs().serviceClientConfiguration().overrideConfiguration(),
            clients.bus().serviceClientConfiguration().overrideConfiguration(),
            Clients.secrets().serviceClientConfiguration().overrideConfiguration());

    for (ClientOverrideConfiguration calls : all) {
      Duration call = calls.apiCallTimeout().orElseThrow();
      assertThat(call).isLessThanOrEqualTo(FUNCTION.dividedBy(2));
      assertThat(calls.apiCallAttemptTimeout().orElseThrow()).isLessThan(call.dividedBy(2));
    }
  }
}
