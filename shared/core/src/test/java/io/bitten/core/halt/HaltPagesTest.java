package io.bitten.core.halt;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Link;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Trader;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A halt of everything reaches everybody, by pages that may be broken off and come twice. */
class HaltPagesTest {
  private static final HaltScope ALL = new HaltScope.Everything();
  private static final int PEOPLE = 250;

  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final HaltDesk desk = new HaltDesk(memory.world());
  private final HaltPages pages = new HaltPages(memory.world());

  @Test
  void every_account_is_told_and_closed_once_and_every_person_hears_it() {
    people();
    desk.stopAndClose(ALL, "tg-1000", "the broker is down", "update-7");
    int steps = tellAll();

    assertThat(steps).isEqualTo(3);
    List<RelayCommand> told = memory.queues().takeRelay();
    assertThat(told).filteredOn(RelayCommand.SetHalt.class::isInstance).hasSize(PEOPLE);
    assertThat(told).filteredOn(RelayCommand.CloseAll.class::isInstance).hasSize(PEOPLE);
    assertThat(ids(told)).hasSize(2 * PEOPLE);
    List<Outgoing> heard = memory.queues().takeMessages();
    assertThat(heard).as("all but the one who set it").hasSize(PEOPLE - 1);
    assertThat(memory.relays().receipts("system"))
        .singleElement()
        .satisfies(one -> assertThat(one.hop()).isEqualTo("commands for 250 accounts"));
  }

  @Test
  void a_page_that_comes_twice_says_the_same_under_the_same_names() {
    people();
    desk.stopAndClose(ALL, "tg-1", "the broker is down", "update-7");
    HaltPage first = memory.queues().takeHalts().getFirst();
    pages.tell(first);
    List<RelayCommand> once = memory.queues().takeRelay();
    List<Outgoing> heard = memory.queues().takeMessages();
    List<HaltPage> next = memory.queues().takeHalts();

    pages.tell(first);
    assertThat(memory.queues().takeRelay()).isEqualTo(once);
    assertThat(memory.queues().takeMessages()).isEqualTo(heard);
    assertThat(next).hasSize(1);
  }

  @Test
  void a_page_that_keeps_failing_where_people_are_told_queues_the_next_one_once() {
    people();
    desk.stopAndClose(ALL, "tg-1", "the broker is down", "update-7");
    HaltPage first = memory.queues().takeHalts().getFirst();
    for (int i = 0; i < 10; i++) {
      pages.tell(first);
    }
    assertThat(memory.queues().takeHalts()).hasSize(1);

    desk.stopAndClose(ALL, "tg-1", "the broker is still down", "update-8");
    pages.tell(memory.queues().takeHalts().getFirst());
    assertThat(memory.queues().takeHalts()).as("a second wish has pages of its own").hasSize(1);
  }

  @Test
  void a_stop_closes_nothing_and_a_lifting_neither() {
    people();
    desk.stop(ALL, "tg-1", "a drill");
    tellAll();
    desk.lift(ALL, "tg-1", "the drill is over");
    tellAll();

    assertThat(memory.queues().takeRelay())
        .isNotEmpty()
        .allMatch(RelayCommand.SetHalt.class::isInstance);
  }

  @Test
  void who_has_no_account_or_blocked_the_bot_hears_nothing() {
    save(Some.trader(1).with(new Link.None()));
    save(Some.trader(2).with(Reach.BLOCKED));
    desk.stop(ALL, "tg-9", "a drill");
    tellAll();

    assertThat(memory.queues().takeMessages()).isEmpty();
    assertThat(memory.queues().takeRelay()).hasSize(1);
  }

  @Test
  void positions_that_were_opened_after_the_wish_are_not_meant_by_it() {
    people();
    desk.stopAndClose(ALL, "tg-1", "the broker is down", "update-7");
    HaltPage first = memory.queues().takeHalts().getFirst();
    ((ManualTime) memory.time()).advance(Duration.ofMinutes(3));
    pages.tell(first);

    assertThat(memory.queues().takeRelay())
        .filteredOn(RelayCommand.CloseAll.class::isInstance)
        .isNotEmpty()
        .allMatch(one -> one.header().issuedAt().equals(Some.NOW))
        .allMatch(one -> one.header().expiresAt().isAfter(memory.time().instant()));
  }

  private int tellAll() {
    int steps = 0;
    List<HaltPage> todo = new ArrayList<>(memory.queues().takeHalts());
    while (!todo.isEmpty()) {
      pages.tell(todo.removeFirst());
      todo.addAll(memory.queues().takeHalts());
      steps++;
    }
    return steps;
  }

  private void people() {
    for (int i = 0; i < PEOPLE; i++) {
      save(Some.trader(1_000 + i).with(new Link.To(AccountId.of(1 + i, "Demo-Server"))));
    }
  }

  private void save(Trader trader) {
    memory.traders().save(Versioned.fresh(trader));
  }

  private static Set<String> ids(List<RelayCommand> commands) {
    Set<String> ids = new HashSet<>();
    commands.forEach(one -> ids.add(one.header().id()));
    return ids;
  }
}
