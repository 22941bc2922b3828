package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.Versioned;
import io.bitten.core.market.Level;
import io.bitten.core.order.Exit;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import io.bitten.core.signal.SignalClass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HistoryTalkTest {
  private static final Exit UNKNOWN =
      new Exit.Unbooked(Level.absent(), ExitReason.OUTSIDE, Some.NOW);

  private final Conversation anna = new Conversation(7001, "Anna");

  @BeforeEach
  void a_trade_is_fired() {
    anna.ready();
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    anna.tap("FIRE EURUSD BUY");
    anna.tap("Confirm");
  }

  @Test
  void it_ends_with_what_is_simulated() {
    anna.relay(new OrderState.Closed(Some.fill(), SomeKinds.exit()));

    assertThat(anna.say("/history"))
        .contains("\nTogether +29.95 USD\n")
        .endsWith("<i>Simulated market and broker</i>");
  }

  @Test
  void a_sum_that_leaves_a_result_out_says_so() {
    anna.relay(new OrderState.Closed(Some.fill(), SomeKinds.exit()));
    OrphanSource nobody = new OrphanSource.OfNobody(Some.magic());
    anna.memory
        .orphans()
        .save(Versioned.fresh(SomeKinds.orphan(nobody, new OrphanState.Closed(UNKNOWN))));

    assertThat(anna.say("/history"))
        .contains("result not known", "Together, of those known, +29.95 USD");
  }

  @Test
  void where_no_result_is_known_there_is_no_sum() {
    anna.relay(new OrderState.Closed(Some.fill(), UNKNOWN));

    assertThat(anna.say("/history")).contains("result not known").doesNotContain("Together");
  }
}
