package io.bitten.core.halt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HaltDeskTest {
  private static final HaltScope USER = new HaltScope.OneUser(Some.USER);
  private static final HaltScope ALL = new HaltScope.Everything();
  private static final String ANNA = "tg-7001";

  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final HaltDesk desk = new HaltDesk(memory.world());

  @BeforeEach
  void a_trader_with_an_account() {
    memory.traders().save(Versioned.fresh(Some.trader()));
  }

  @Test
  void a_stop_is_stored_then_told_to_the_relay_and_the_bus() {
    Halt halt = desk.stop(USER, ANNA, "bad news");

    assertThat(halt).isEqualTo(new Halt.Active(USER, 1, ANNA, "bad news", Some.NOW));
    assertThat(memory.halts().read(USER)).isEqualTo(halt);
    assertThat(memory.queues().takeRelay())
        .singleElement()
        .isInstanceOfSatisfying(
            RelayCommand.SetHalt.class, told -> assertThat(told.halt()).isEqualTo(halt));
    assertThat(memory.events().take())
        .singleElement()
        .isInstanceOfSatisfying(
            Event.EmergencyStop.class, told -> assertThat(told.halt()).isEqualTo(halt));
  }

  @Test
  void who_stopped_first_when_and_why_stays() {
    Halt first = desk.stop(USER, ANNA, "bad news");
    time.advance(Duration.ofMinutes(1));

    assertThat(desk.stop(USER, ANNA, "worse news")).isEqualTo(first);
  }

  @Test
  void a_panic_halts_before_it_closes() {
    desk.stopAndClose(USER, ANNA, "panic", "update-7");

    List<RelayCommand> told = memory.queues().takeRelay();
    assertThat(told)
        .hasExactlyElementsOfTypes(RelayCommand.SetHalt.class, RelayCommand.CloseAll.class);
    assertThat(((RelayCommand.CloseAll) told.getLast()).reason()).isEqualTo(ExitReason.PANIC);
    assertThat(told).allMatch(one -> one.header().account().equals(Some.ACCOUNT));
  }

  @Test
  void a_panic_on_a_stop_is_a_change_and_a_stop_on_a_panic_is_none() {
    desk.stop(USER, ANNA, "bad news");
    time.advance(Duration.ofMinutes(1));
    Halt panic = desk.stopAndClose(USER, ANNA, "panic", "update-7");

    assertThat(panic)
        .isEqualTo(new Halt.Active(USER, 2, Halt.Positions.CLOSE, ANNA, "panic", time.instant()));
    assertThat(desk.stop(USER, ANNA, "calmer")).isEqualTo(panic);
    assertThat(desk.stopAndClose(USER, ANNA, "again", "update-9")).isEqualTo(panic);
  }

  @Test
  void the_same_panic_again_asks_under_the_same_ids_and_a_new_one_under_new_ids() {
    desk.stopAndClose(USER, ANNA, "panic", "update-7");
    List<String> first = closes();
    desk.stopAndClose(USER, ANNA, "panic", "update-7");
    assertThat(closes()).isEqualTo(first).hasSize(1);
    desk.stopAndClose(USER, ANNA, "panic", "update-8");
    assertThat(closes()).hasSize(1).doesNotContainAnyElementsOf(first);
  }

  @Test
  void a_lifting_says_who_when_and_why_and_raises_the_epoch() {
    desk.stop(USER, ANNA, "bad news");
    time.advance(Duration.ofMinutes(5));
    memory.queues().takeRelay();
    Instant lifted = time.instant();

    assertThat(desk.lift(USER, ANNA, "it is over"))
        .isEqualTo(new Halt.Lifted(USER, 2, ANNA, "it is over", lifted))
        .isEqualTo(memory.halts().read(USER));
    assertThat(desk.lift(USER, ANNA, "again")).isEqualTo(memory.halts().read(USER));
    assertThat(memory.queues().takeRelay())
        .isNotEmpty()
        .allMatch(RelayCommand.SetHalt.class::isInstance);
  }

  @Test
  void what_was_never_halted_is_not_lifted_and_nobody_is_told() {
    assertThat(desk.lift(USER, ANNA, "why not")).isEqualTo(new Halt.Never(USER));
    assertThat(memory.queues().relay()).isEmpty();
    assertThat(memory.events().published()).isEmpty();
  }

  @Test
  void a_halt_of_everything_is_told_by_pages() {
    Halt halt = desk.stopAndClose(ALL, "tg-1", "the broker is down", "update-7");

    assertThat(memory.queues().relay()).isEmpty();
    assertThat(memory.queues().takeHalts())
        .containsExactly(new HaltPage(halt, "update-7", Some.NOW, 0, ""));
  }

  @Test
  void a_halt_has_a_reason_and_an_epoch() {
    assertThatThrownBy(() -> new Halt.Active(USER, 0, ANNA, "bad news", Some.NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Halt.Lifted(USER, 1, ANNA, " ", Some.NOW))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Halt.Lifted(USER, 1, ANNA, "x".repeat(201), Some.NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> closes() {
    return memory.queues().takeRelay().stream()
        .filter(RelayCommand.CloseAll.class::isInstance)
        .map(one -> one.header().id())
        .toList();
  }
}
