package io.bitten.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RankWindowTest {
  @Test
  void only_strictly_weaker_setups_count_and_the_percentage_is_rounded_down() {
    RankWindow window = new RankWindow(10);
    for (double strength : new double[] {0.1, 0.2, 0.3, 0.3, 0.4, 0.5, 0.6}) {
      window.add(strength);
    }

    assertThat(window.percentWeaker(0.3)).isEqualTo(28);
    assertThat(window.percentWeaker(0.05)).isZero();
    assertThat(window.percentWeaker(0.9)).isEqualTo(100);
  }

  @Test
  void the_oldest_setup_leaves_a_full_window() {
    RankWindow window = new RankWindow(2);
    window.add(0.9);
    window.add(0.1);
    window.add(0.2);

    assertThat(window.size()).isEqualTo(2);
    assertThat(window.percentWeaker(0.5)).isEqualTo(100);
  }

  @Test
  void the_wilson_interval_agrees_with_the_published_table() {
    Wilson interval = Wilson.of(1866, 5099);

    assertThat(interval.low()).isEqualTo(0.353, Offset.offset(0.0005));
    assertThat(interval.high()).isEqualTo(0.380, Offset.offset(0.0012));
  }
}
