package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tap whose first delivery died between the queue and the memo comes again once it is late. */
class LateConfirmationTest {
  private static final ChatSettings SETTINGS = Conversation.SETTINGS;
  private static final Tap CONFIRM = new Tap.Confirm(Some.OFFER, Some.NOW.plusSeconds(30));
  private static final Tap CANCEL = new Tap.Cancel(Some.OFFER);

  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);

  @BeforeEach
  void the_card_has_run_out() {
    memory.traders().save(Versioned.fresh(Some.trader()));
    memory.offers().keep(Some.offer());
    time.advance(Duration.ofMinutes(10));
  }

  @Test
  void who_has_an_order_is_not_told_that_nothing_was_traded() {
    memory
        .orders()
        .place(Some.order(FireDesk.orderId(Some.OFFER)), Versioned.fresh(Some.riskBook()));
    ChatDesk desk = new ChatDesk(memory.world(), SomeRules.rulebook(), SETTINGS);

    desk.handle(tap(1, CONFIRM));
    desk.handle(tap(2, CANCEL));

    assertThat(memory.queues().messages()).isEmpty();
  }

  @Test
  void who_has_none_is_told_so() {
    ChatDesk desk = new ChatDesk(memory.world(), SomeRules.rulebook(), SETTINGS);

    desk.handle(tap(1, CONFIRM));

    assertThat(memory.queues().messages()).hasSize(1);
  }

  @Test
  void the_door_which_knows_no_orders_claims_nothing() {
    TapDoor door = new TapDoor(memory.world(), SETTINGS.tapSecret());

    assertThat(door.take(tap(1, CONFIRM)).answer()).doesNotContain("traded");
    assertThat(door.take(tap(2, CANCEL)).answer()).isEqualTo("Cancelling...");
  }

  private static Incoming.Tapped tap(long updateId, Tap tap) {
    String data = new TapTokens(SETTINGS.tapSecret()).write(tap, Some.USER);
    return new Incoming.Tapped(updateId, Some.trader().chat(), Some.USER, "Anna", 9, data);
  }
}
