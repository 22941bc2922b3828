package io.bitten.adapters.farm;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FarmAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://farm.example.com",
        "https://198.51.100.7:8443/mt5",
        "http://127.0.0.1:8001",
        "http://localhost",
        "http://192.168.1.20:8001",
        "http://10.0.0.4",
        "http://172.16.9.9",
        "http://[::1]:8001",
        "http://[fd00::1]:8001"
      })
  void tls_anywhere_and_plain_http_at_home(String url) {
    assertThatCode(() -> FarmAddress.check(URI.create(url))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://198.51.100.7:8001",
        "http://8.8.8.8",
        "http://172.32.0.1",
        "http://[2001:db8::1]",
        "ftp://127.0.0.1",
        "https://user:password@farm.example.com",
        "https://farm.example.com?token=x",
        "farm"
      })
  void everything_else_is_refused(String url) {
    assertThatThrownBy(() -> FarmAddress.check(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("farm url");
  }
}
