package io.bitten.core.relay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LookTest {
  @Test
  void a_list_that_tells_one_position_twice_is_not_complete() {
    Position one = Some.position();

    assertThatThrownBy(() -> new Look.Complete(holding(List.of(one, one)), Map.of(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("position " + one.ticket() + " is listed twice: another may be missing");
  }

  private static AccountSnapshot holding(List<Position> positions) {
    AccountSnapshot flat = Some.snapshot();
    return new AccountSnapshot(
        flat.account(),
        flat.at(),
        flat.balance(),
        flat.equity(),
        flat.margin(),
        flat.freeMargin(),
        positions,
        flat.quotes(),
        flat.specs());
  }
}
