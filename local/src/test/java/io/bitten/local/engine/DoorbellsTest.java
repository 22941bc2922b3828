package io.bitten.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DoorbellsTest {
  private static final Duration NO_WAIT = Duration.ZERO;

  private final Doorbells bells = new Doorbells();

  @Test
  void each_ring_before_the_wait_is_heard() throws InterruptedException {
    bells.ring("fires.fifo");
    bells.ring("fires.fifo", 2);

    assertThat(bells.rings("fires.fifo", NO_WAIT)).isTrue();
    assertThat(bells.rings("fires.fifo", NO_WAIT)).isTrue();
    assertThat(bells.rings("fires.fifo", NO_WAIT)).isTrue();
    assertThat(bells.rings("fires.fifo", NO_WAIT)).isFalse();
  }

  @Test
  void rings_that_one_question_answers_are_not_heard() throws InterruptedException {
    bells.ring("notices", 3);

    bells.hush("notices");

    assertThat(bells.rings("notices", NO_WAIT)).isFalse();
  }

  @Test
  void a_queue_rings_by_its_address_as_by_its_name_and_alone() throws InterruptedException {
    bells.ring("http://127.0.0.1:1/000000000000/fires.fifo");

    assertThat(bells.rings("orders.fifo", NO_WAIT)).isFalse();
    assertThat(bells.rings("fires.fifo", NO_WAIT)).isTrue();
  }

  @Test
  void what_was_put_off_rings_when_its_time_has_come() throws InterruptedException {
    bells.ringIn("messages.fifo", Duration.ofMillis(1));

    assertThat(bells.rings("messages.fifo", Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void who_waits_is_woken_by_a_ring() throws InterruptedException {
    Thread rings = Thread.ofVirtual().start(() -> bells.ring("fires.fifo"));

    assertThat(bells.rings("fires.fifo", Duration.ofMinutes(1))).isTrue();
    rings.join();
  }
}
