package io.bitten.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.Written;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.UserId;
import io.bitten.core.chat.Shown;
import io.bitten.core.chat.Subject;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.Offer;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.news.NewsCalendar;
import io.bitten.core.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Halts, handled ids, cards, offers, the calendar and what relays said. */
public abstract class KeepingContract extends PortContract {
  private static final HaltScope ALL = new HaltScope.Everything();
  private static final HaltScope USER = new HaltScope.OneUser(Some.USER);
  private static final ChatId CHAT = Some.trader().chat();
  private static final Subject HALT = new Subject.OfHalt(ALL, 3);
  private static final Subject ORDER = new Subject.OfOrder(Some.ORDER);

  @Test
  void a_scope_that_was_never_halted_is_clear() {
    assertThat(world.halts().read(ALL)).isEqualTo(Halt.never(ALL));
  }

  @Test
  void a_halt_is_written_only_as_the_next_epoch_of_its_own_scope() {
    Halt first = halt(1);

    assertThat(world.halts().write(halt(2))).isEqualTo(Written.STALE);
    assertThat(world.halts().write(first)).isEqualTo(Written.STORED);
    assertThat(world.halts().write(first)).isEqualTo(Written.STALE);
    assertThat(world.halts().write(new Halt.Lifted(USER, 2, "tg-7001", "over", Some.NOW)))
        .isEqualTo(Written.STORED);
    assertThat(world.halts().read(USER))
        .isEqualTo(new Halt.Lifted(USER, 2, "tg-7001", "over", Some.NOW));
    assertThat(world.halts().read(ALL)).isEqualTo(Halt.never(ALL));
    SomeKinds.halts().forEach(one -> assertThat(world.halts().read(one.scope())).isNotNull());
  }

  @Test
  void many_scopes_are_read_at_once_each_as_it_stands_and_more_than_one_request_holds() {
    List<HaltScope> scopes = new ArrayList<>(List.of(ALL, USER));
    for (int i = 0; i < 150; i++) {
      scopes.add(new HaltScope.OneUser(new UserId("tg-" + (9_000 + i))));
    }
    Halt last = new Halt.Active(scopes.getLast(), 1, "tg-9149", "a drill", Some.NOW);
    world.halts().write(halt(1));
    world.halts().write(last);

    Map<HaltScope, Halt> read = world.halts().read(scopes);

    assertThat(read).containsOnlyKeys(scopes);
    assertThat(read).containsEntry(ALL, Halt.never(ALL)).containsEntry(USER, halt(1));
    assertThat(read).containsEntry(scopes.get(5), Halt.never(scopes.get(5)));
    assertThat(read).containsEntry(scopes.getLast(), last);
    assertThat(world.halts().read(List.of())).isEmpty();
  }

  @Test
  void of_many_who_halt_at_once_one_sets_the_epoch() {
    List<Written> answers = atOnce(20, () -> world.halts().write(halt(1)));

    assertThat(Collections.frequency(answers, Written.STORED)).isEqualTo(1);
  }

  @Test
  void a_handled_id_is_seen_until_its_time_is_over_by_the_given_clock() {
    assertThat(world.inbox().seen("telegram", "1")).isFalse();

    world.inbox().remember("telegram", "1", Some.NOW.plusSeconds(60));

    assertThat(world.inbox().seen("telegram", "1")).isTrue();
    assertThat(world.inbox().seen("stripe", "1")).isFalse();
    assertThat(world.inbox().seen("telegram", "2")).isFalse();
    time.advance(Duration.ofSeconds(59));
    assertThat(world.inbox().seen("telegram", "1")).isTrue();
    time.advance(Duration.ofSeconds(1));
    assertThat(world.inbox().seen("telegram", "1")).isFalse();
  }

  @Test
  void remembering_again_never_shortens() {
    world.inbox().remember("telegram", "1", Some.NOW.plusSeconds(60));
    world.inbox().remember("telegram", "1", Some.NOW.plusSeconds(10));

    time.advance(Duration.ofSeconds(30));
    assertThat(world.inbox().seen("telegram", "1")).isTrue();

    world.inbox().remember("telegram", "1", Some.NOW.plusSeconds(90));
    time.advance(Duration.ofSeconds(45));
    assertThat(world.inbox().seen("telegram", "1")).isTrue();
  }

  @Test
  void what_handled_an_id_last_is_told_until_its_time_is_over() {
    assertThat(world.inbox().by("offer", "1")).isEmpty();

    world.inbox().remember("offer", "1", "update 7", Some.NOW.plusSeconds(60));
    world.inbox().remember("offer", "2", Some.NOW.plusSeconds(60));

    assertThat(world.inbox().by("offer", "1")).contains("update 7");
    assertThat(world.inbox().by("offer", "2")).contains("");
    world.inbox().remember("offer", "1", "update 8", Some.NOW.plusSeconds(30));
    assertThat(world.inbox().by("offer", "1")).contains("update 7");
    world.inbox().remember("offer", "1", "update 9", Some.NOW.plusSeconds(60));
    assertThat(world.inbox().by("offer", "1")).contains("update 9");
    time.advance(Duration.ofSeconds(60));
    assertThat(world.inbox().by("offer", "1")).isEmpty();
  }

  @Test
  void a_strangers_id_of_any_shape_is_remembered() {
    String strange = "é #\n".repeat(2_000);

    world.inbox().remember("http", strange, Some.NOW.plusSeconds(60));

    assertThat(world.inbox().seen("http", strange)).isTrue();
    assertThat(world.inbox().seen("http", strange + "x")).isFalse();
  }

  @Test
  void a_shown_card_gives_way_to_a_newer_version_only() {
    assertThat(world.shownCards().find(CHAT, ORDER)).isEmpty();

    world.shownCards().keep(shown(CHAT, 77, 3));
    world.shownCards().keep(shown(CHAT, 78, 2));
    world.shownCards().keep(shown(CHAT, 79, 3));
    assertThat(world.shownCards().find(CHAT, ORDER)).contains(shown(CHAT, 77, 3));

    world.shownCards().keep(shown(CHAT, 77, 4));
    assertThat(world.shownCards().find(CHAT, ORDER)).contains(shown(CHAT, 77, 4));
    assertThat(world.shownCards().find(new ChatId(-5), ORDER)).isEmpty();
    assertThat(world.shownCards().find(CHAT, HALT)).isEmpty();
    assertThat(world.shownCards().find(CHAT, new Subject.OfSignal(Some.signal().id()))).isEmpty();
  }

  @Test
  void a_message_is_the_first_orders_that_it_shows() {
    OrderId other = OrderId.derivedFrom("offer", "other");
    assertThat(world.shownCards().owner(CHAT, 77)).isEmpty();

    world.shownCards().own(CHAT, 77, Some.ORDER, Some.NOW);
    world.shownCards().own(CHAT, 77, other, Some.NOW);
    world.shownCards().own(CHAT, 78, other, Some.NOW);

    assertThat(world.shownCards().owner(CHAT, 77)).contains(Some.ORDER);
    assertThat(world.shownCards().owner(CHAT, 78)).contains(other);
    assertThat(world.shownCards().owner(new ChatId(-5), 77)).isEmpty();
  }

  @Test
  void an_offer_is_found_as_it_was_kept_even_after_it_expired() {
    Offer offer = Some.offer();
    assertThat(world.offers().find(offer.id())).isEmpty();

    world.offers().keep(offer);
    time.advance(Duration.ofMinutes(5));

    assertThat(world.offers().find(offer.id())).contains(offer);
  }

  @Test
  void of_two_offers_of_one_id_the_first_is_kept_for_both() {
    Offer first = Some.offer();
    Offer second = first.endingAt(Some.NOW.plusSeconds(1));

    assertThat(world.offers().keepFirst(first)).isEqualTo(first);
    assertThat(world.offers().keepFirst(second)).isEqualTo(first);
    assertThat(world.offers().find(first.id())).contains(first);
  }

  @Test
  void a_calendar_is_not_replaced_by_an_older_one() {
    NewsCalendar older = new NewsCalendar(Some.NOW.minusSeconds(1), List.of());
    NewsCalendar newer = new NewsCalendar(Some.NOW.plusSeconds(1), List.of());
    assertThat(world.calendars().latest()).isEmpty();

    world.calendars().keep(Some.calendar());
    world.calendars().keep(older);
    assertThat(world.calendars().latest()).contains(Some.calendar());

    world.calendars().keep(newer);
    assertThat(world.calendars().latest()).contains(newer);
  }

  @Test
  void each_relay_is_heard_of_by_its_newest_heartbeat() {
    world.relays().keep(beat("relay-1", Some.NOW));
    world.relays().keep(beat("relay-1", Some.NOW.minusSeconds(5)));
    world.relays().keep(beat("relay-2", Some.NOW.minusSeconds(60)));

    assertThat(world.relays().heardSince(Some.NOW.minusSeconds(10)))
        .containsExactly(beat("relay-1", Some.NOW));
    assertThat(world.relays().heardSince(Some.NOW.minusSeconds(60)))
        .containsExactlyInAnyOrder(
            beat("relay-1", Some.NOW), beat("relay-2", Some.NOW.minusSeconds(60)));
  }

  @Test
  void the_first_receipt_of_a_hops_newest_epoch_counts() {
    Report.HaltSeen first = new Report.HaltSeen("system", 2, "relay vps-1", Some.NOW);
    Report.HaltSeen other = new Report.HaltSeen("system", 2, "relay vps-2", Some.NOW);
    world.relays().keep(first);
    world.relays().keep(new Report.HaltSeen("system", 1, "relay vps-1", Some.NOW));
    world.relays().keep(new Report.HaltSeen("system", 2, "relay vps-1", Some.NOW.plusSeconds(9)));
    world.relays().keep(other);

    assertThat(world.relays().receipts("system")).containsExactlyInAnyOrder(first, other);
    assertThat(world.relays().receipts("user-tg-1")).isEmpty();
    Report.HaltSeen next = new Report.HaltSeen("system", 3, "relay vps-1", Some.NOW);
    world.relays().keep(next);
    assertThat(world.relays().receipts("system")).containsExactlyInAnyOrder(next, other);
    assertThat(world.relays().heardSince(Instant.EPOCH)).isEmpty();
  }

  private static Halt halt(long epoch) {
    return new Halt.Active(USER, epoch, "tg-7001", "/emergency_stop", Some.NOW);
  }

  private static Shown shown(ChatId chat, long messageId, long version) {
    return new Shown(chat, ORDER, messageId, version, Some.NOW);
  }

  private static Report.Heartbeat beat(String relay, Instant at) {
    return new Report.Heartbeat(relay, "boot-1", "CLOSED", List.of(), at);
  }
}
