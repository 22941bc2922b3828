package io.bitten.core.halt;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Role;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import org.junit.jupiter.api.Test;

class HaltRulesTest {
  private static final Trader ANNA = Some.trader();
  private static final Trader OTTO = Some.trader(9001).with(Role.ADMIN);
  private static final HaltScope ALL = new HaltScope.Everything();
  private static final HaltScope ACCOUNT = new HaltScope.OneAccount(Some.ACCOUNT);
  private static final HaltScope OF_ANNA = new HaltScope.OneUser(ANNA.id());

  @Test
  void everybody_may_stop_themselves_and_administrators_all_but_people() {
    assertThat(HaltRules.mayStop(ANNA, OF_ANNA)).isTrue();
    assertThat(HaltRules.mayStop(ANNA, new HaltScope.OneUser(OTTO.id()))).isFalse();
    assertThat(HaltRules.mayStop(ANNA, ALL)).isFalse();
    assertThat(HaltRules.mayStop(ANNA, ACCOUNT)).isFalse();
    assertThat(HaltRules.mayStop(OTTO, ALL)).isTrue();
    assertThat(HaltRules.mayStop(OTTO, ACCOUNT)).isTrue();
    assertThat(HaltRules.mayStop(OTTO, OF_ANNA)).isFalse();
  }

  @Test
  void a_halt_is_lifted_by_the_role_that_set_it() {
    assertThat(HaltRules.mayLift(ANNA, halt(OF_ANNA, ANNA.id()))).isTrue();
    assertThat(HaltRules.mayLift(ANNA, halt(OF_ANNA, OTTO.id()))).isFalse();
    assertThat(HaltRules.mayLift(OTTO, halt(OF_ANNA, ANNA.id()))).isFalse();
    assertThat(HaltRules.mayLift(ANNA, halt(ALL, OTTO.id()))).isFalse();
    assertThat(HaltRules.mayLift(ANNA, halt(ACCOUNT, OTTO.id()))).isFalse();
    assertThat(HaltRules.mayLift(OTTO, halt(ALL, new UserId("tg-1")))).isTrue();
    assertThat(HaltRules.mayLift(OTTO, halt(ACCOUNT, new UserId("tg-1")))).isTrue();
  }

  private static Halt.Active halt(HaltScope scope, UserId by) {
    return new Halt.Active(scope, 1, by.value(), "a reason", Some.NOW);
  }
}
