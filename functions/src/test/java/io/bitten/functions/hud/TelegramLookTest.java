package io.bitten.functions.hud;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.memory.ManualTime;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TelegramLookTest {
  private final ManualTime time = new ManualTime(Some.NOW);

  @Test
  void telegram_is_asked_once_in_half_a_minute_whether_it_answered_or_not() {
    int[] asked = new int[1];
    TelegramLook look =
        new TelegramLook(
            () -> {
              if (++asked[0] == 1) {
                throw new IllegalStateException("getMe: 401");
              }
              return "BittenBot";
            },
            time,
            Duration.ofSeconds(60));

    assertThat(look.answers()).isFalse();
    time.advance(Duration.ofSeconds(29));
    assertThat(look.answers()).isFalse();
    assertThat(asked[0]).isEqualTo(1);

    time.advance(Duration.ofSeconds(1));
    assertThat(look.answers()).isTrue();
    assertThat(look.answers()).isTrue();
    assertThat(asked[0]).isEqualTo(2);
  }

  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void a_telegram_that_hangs_is_left_and_counts_as_no_answer() throws InterruptedException {
    CountDownLatch left = new CountDownLatch(1);
    TelegramLook look = new TelegramLook(() -> hang(left), time, Duration.ofMillis(20));

    assertThat(look.answers()).isFalse();
    assertThat(left.await(60, TimeUnit.SECONDS)).isTrue();
  }

  private static String hang(CountDownLatch left) {
    try {
      new CountDownLatch(1).await();
      return "BittenBot";
    } catch (InterruptedException e) {
      left.countDown();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
