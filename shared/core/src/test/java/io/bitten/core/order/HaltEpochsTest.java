package io.bitten.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HaltEpochsTest {
  private static final HaltEpochs SEEN = new HaltEpochs(2, 30, 400);
  private static final HaltScope SYSTEM = new HaltScope.Everything();
  private static final HaltScope ACCOUNT = new HaltScope.OneAccount(Some.ACCOUNT);
  private static final HaltScope USER = new HaltScope.OneUser(Some.USER);

  @Test
  void each_scope_has_the_epoch_that_was_seen_of_it() {
    assertThat(List.of(SEEN.seen(SYSTEM), SEEN.seen(ACCOUNT), SEEN.seen(USER)))
        .containsExactly(2L, 30L, 400L);
  }

  @Test
  void a_change_of_any_scope_makes_the_one_number_grow() {
    assertThat(SEEN.sum()).isEqualTo(432);
    assertThat(new HaltEpochs(3, 30, 400).sum()).isEqualTo(433);
    assertThat(new HaltEpochs(2, 31, 400).sum()).isEqualTo(433);
    assertThat(new HaltEpochs(2, 30, 401).sum()).isEqualTo(433);
  }

  @Test
  void a_halt_overtakes_whatever_was_seen_and_a_lifting_only_what_is_older() {
    assertThat(SEEN.overtakenBy(active(ACCOUNT, 1))).isTrue();
    assertThat(SEEN.overtakenBy(lifted(ACCOUNT, 30))).isFalse();
    assertThat(SEEN.overtakenBy(lifted(ACCOUNT, 31))).isTrue();
    assertThat(SEEN.overtakenBy(lifted(SYSTEM, 2))).isFalse();
    assertThat(SEEN.overtakenBy(lifted(USER, 401))).isTrue();
    assertThat(new HaltEpochs(0, 0, 0).overtakenBy(Halt.never(SYSTEM))).isFalse();
  }

  private static Halt active(HaltScope scope, long epoch) {
    return new Halt.Active(scope, epoch, "ops", "drill", Some.NOW);
  }

  private static Halt lifted(HaltScope scope, long epoch) {
    return new Halt.Lifted(scope, epoch, "ops", "over", Some.NOW);
  }
}
