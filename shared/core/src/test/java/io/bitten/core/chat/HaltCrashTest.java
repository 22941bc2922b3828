package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Event;
import io.bitten.core.Interrupted;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Role;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltDesk;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.halt.HaltPages;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.RelayCommand;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process ends at every moment of stopping or lifting, and the update comes again. */
class HaltCrashTest {
  private static final Incoming SAID = said("/panic");

  /** What the world holds once all is done; names count once, however often they were sent. */
  private record Effect(
      List<Halt> halts, Set<RelayCommand> relay, Set<Outgoing> messages, Set<HaltPage> pages) {}

  @ParameterizedTest
  @ValueSource(strings = {"/emergency_stop news", "/panic", "/halt_all close all", "/recover over"})
  void a_crash_at_any_moment_and_a_repeat_have_the_effect_of_once(String text) {
    Effect once = effect(world -> desk(world).handle(said(text)));
    for (int call = 1; ; call++) {
      Interrupted.Moment before = new Interrupted.Moment(call, true);
      Interrupted.Moment after = new Interrupted.Moment(call, false);
      boolean crashed = false;
      for (Interrupted.Moment moment : List.of(before, after)) {
        boolean[] died = new boolean[1];
        Effect twice = effect(world -> died[0] = twice(world, moment, text));
        crashed |= died[0];
        assertThat(twice).as("%s of %s", moment, text).isEqualTo(once);
      }
      if (!crashed) {
        assertThat(call).as("moments of %s", text).isGreaterThan(8);
        return;
      }
    }
  }

  @Test
  void a_page_that_dies_at_any_moment_has_its_effect_when_it_comes_again() {
    Halt halt =
        new Halt.Active(
            new HaltScope.Everything(), 1, Halt.Positions.CLOSE, "tg-1", "down", Some.NOW);
    HaltPage page = new HaltPage(halt, "update-7", Some.NOW, 0, "");
    Effect once = effect(world -> new HaltPages(world).tell(page));
    for (int call = 1; call < 40; call++) {
      Interrupted.Moment moment = new Interrupted.Moment(call, false);
      Effect twice =
          effect(
              world -> {
                crashing(world, moment, dying -> new HaltPages(dying).tell(page));
                new HaltPages(world).tell(page);
              });
      assertThat(twice).as("%s", moment).isEqualTo(once);
    }
  }

  @Test
  void the_halt_is_stored_before_a_close_is_asked_for() {
    for (int call = 1; call < 60; call++) {
      MemoryWorld memory = prepared();
      Interrupted.Moment moment = new Interrupted.Moment(call, true);
      crashing(memory.world(), moment, dying -> desk(dying).handle(SAID));
      boolean closes =
          memory.queues().relay().stream().anyMatch(RelayCommand.CloseAll.class::isInstance);
      Halt halt = memory.halts().read(new HaltScope.OneUser(Some.USER));
      assertThat(!closes || halt instanceof Halt.Active).as("call %s", call).isTrue();
    }
  }

  private static boolean twice(World world, Interrupted.Moment moment, String text) {
    boolean died = crashing(world, moment, dying -> desk(dying).handle(said(text)));
    desk(world).handle(said(text));
    return died;
  }

  private static boolean crashing(World world, Interrupted.Moment moment, Consumer<World> step) {
    try {
      step.accept(
          Interrupted.world(
              world,
              moment,
              () -> {
                throw new Interrupted.Crash();
              }));
      return false;
    } catch (Interrupted.Crash crash) {
      return true;
    }
  }

  private static Effect effect(Consumer<World> work) {
    MemoryWorld memory = prepared();
    new HaltDesk(memory.world()).stop(new HaltScope.OneUser(Some.USER), "tg-7001", "before");
    memory.queues().takeRelay();
    memory.events().take();
    work.accept(memory.world());
    Set<Event> events = new HashSet<>(memory.events().published());
    assertThat(events).hasSizeLessThanOrEqualTo(2);
    return new Effect(
        HaltScope.over(Some.ACCOUNT, Some.USER).stream().map(memory.halts()::read).toList(),
        new HashSet<>(memory.queues().relay()),
        new HashSet<>(memory.queues().messages()),
        new HashSet<>(memory.queues().takeHalts()));
  }

  private static MemoryWorld prepared() {
    MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
    memory.traders().save(Versioned.fresh(Some.trader().with(Role.ADMIN)));
    memory.accounts().claim(Some.account());
    return memory;
  }

  private static ChatDesk desk(World world) {
    ChatSettings some = Conversation.SETTINGS;
    ChatSettings admin =
        new ChatSettings(
            some.tapSecret(),
            some.botName(),
            some.demoPool(),
            some.simulated(),
            some.hudUrl(),
            Set.of(7001L));
    return new ChatDesk(world, SomeRules.rulebook(), admin);
  }

  private static Incoming said(String text) {
    return new Incoming.Said(7, new ChatId(7001), Some.USER, "Anna", text);
  }
}
