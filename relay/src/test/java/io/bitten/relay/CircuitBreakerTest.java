package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.relay.CircuitBreaker.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private long nanos;
  private final CircuitBreaker breaker = new CircuitBreaker(() -> nanos);

  @Test
  void five_failures_in_a_row_open_it() {
    fail(4);
    breaker.succeeded();
    fail(4);
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
    fail(1);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
  }

  @Test
  void after_a_minute_one_success_closes_it() {
    fail(5);
    pass(Duration.ofSeconds(59));
    breaker.succeeded();
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    pass(Duration.ofSeconds(1));
    assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
    breaker.succeeded();
    assertThat(breaker.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void after_a_minute_one_failure_opens_it_for_another() {
    fail(5);
    pass(Duration.ofSeconds(60));
    fail(1);
    assertThat(breaker.state()).isEqualTo(State.OPEN);
    pass(Duration.ofSeconds(60));
    assertThat(breaker.state()).isEqualTo(State.HALF_OPEN);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed();
    }
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }
}
