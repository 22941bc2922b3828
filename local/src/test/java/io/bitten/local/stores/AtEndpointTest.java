package io.bitten.local.stores;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AtEndpointTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://dynamodb.eu-west-1.amazonaws.com",
        "http://127.0.0.1.example.org:4566",
        "http://10.0.0.7:4566",
        "localhost:4566"
      })
  void an_endpoint_that_is_not_this_machine_is_refused(String endpoint) {
    assertThatThrownBy(() -> new AtEndpoint(URI.create(endpoint)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("LOCALSTACK_ENDPOINT must be an address of this machine, was " + endpoint);
  }
}
