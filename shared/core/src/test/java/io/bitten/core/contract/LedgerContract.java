package io.bitten.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.Written;
import io.bitten.core.signal.LedgerEntry;
import io.bitten.core.signal.LedgerHead;
import io.bitten.core.signal.SetupKey;
import io.bitten.core.signal.Signal;
import io.bitten.core.signal.SignalId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The hash-chained ledger. */
public abstract class LedgerContract extends PortContract {

  @Test
  void an_empty_ledger_has_the_empty_head() {
    assertThat(world.ledger().head()).isEqualTo(LedgerHead.empty());
    assertThat(world.ledger().entries(1, 10)).isEmpty();
    assertThat(world.ledger().live(Some.NOW, 10)).isEmpty();
    assertThat(world.ledger().countOn(Some.NOW)).isZero();
    assertThat(world.ledger().find(Some.signal().id())).isEmpty();
    assertThat(world.ledger().find(Some.signal().setup())).isEmpty();
  }

  @Test
  void an_appended_signal_is_found_by_id_and_by_setup_and_the_head_moves() {
    LedgerEntry entry = append(Some.signal(1));

    assertThat(world.ledger().head()).isEqualTo(entry.head());
    assertThat(world.ledger().entries(1, 10)).containsExactly(entry);
    assertThat(world.ledger().find(Some.signal(1).id())).contains(Some.signal(1));
    assertThat(world.ledger().find(Some.signal(1).setup())).contains(Some.signal(1));
    assertThat(world.ledger().countOn(Some.NOW)).isEqualTo(1);
    assertThat(world.ledger().countOn(Some.NOW.plus(Duration.ofDays(1)))).isZero();
  }

  @Test
  void an_entry_after_an_old_head_is_stale_and_writes_nothing() {
    LedgerHead old = world.ledger().head();
    LedgerEntry first = append(Some.signal(1));

    LedgerEntry late = LedgerEntry.after(old, "{\"late\":true}");

    assertThat(world.ledger().append(Some.signal(2), late)).isEqualTo(Written.STALE);
    assertNothingButThe(first);
  }

  @Test
  void a_second_signal_of_the_same_setup_is_stale_and_writes_nothing() {
    LedgerEntry first = append(Some.signal(1));
    Signal again = withIdOf(Some.signal(2), Some.signal(1));

    assertThat(world.ledger().append(again, LedgerEntry.after(first.head(), "{}")))
        .isEqualTo(Written.STALE);
    assertNothingButThe(first);
  }

  @Test
  void an_entry_with_the_wrong_number_or_predecessor_is_stale() {
    LedgerEntry first = append(Some.signal(1));
    LedgerEntry skips = LedgerEntry.after(new LedgerHead(5, first.hash()), "{}");
    LedgerEntry strange = LedgerEntry.after(new LedgerHead(1, "f".repeat(64)), "{}");
    LedgerEntry anew = LedgerEntry.after(new LedgerHead(0, "f".repeat(64)), "{}");

    assertThat(world.ledger().append(Some.signal(2), skips)).isEqualTo(Written.STALE);
    assertThat(world.ledger().append(Some.signal(2), strange)).isEqualTo(Written.STALE);
    assertThat(world.ledger().append(Some.signal(2), anew)).isEqualTo(Written.STALE);
    assertNothingButThe(first);
  }

  @Test
  void an_entry_whose_hash_is_not_its_own_is_refused() {
    LedgerEntry forged = new LedgerEntry(1, LedgerEntry.GENESIS, "{}", "0".repeat(64));

    assertThatThrownBy(() -> world.ledger().append(Some.signal(1), forged))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wrong hash");
  }

  @Test
  void many_who_append_at_once_make_one_chain_without_gaps() {
    AtomicInteger numbers = new AtomicInteger();

    atOnce(24, () -> append(Some.signal(numbers.incrementAndGet())));

    List<LedgerEntry> entries = world.ledger().entries(1, 100);
    assertThat(entries).hasSize(24);
    LedgerHead head = LedgerHead.empty();
    for (LedgerEntry entry : entries) {
      assertThat(entry).isEqualTo(LedgerEntry.after(head, entry.body()));
      head = entry.head();
    }
    assertThat(world.ledger().head()).isEqualTo(head);
    assertThat(world.ledger().countOn(Some.NOW)).isEqualTo(24);
  }

  @Test
  void entries_are_read_in_order_from_a_number_and_bounded() {
    for (int number = 1; number <= 12; number++) {
      append(Some.signal(number));
    }

    assertThat(world.ledger().entries(9, 3).stream().map(LedgerEntry::seq))
        .containsExactly(9L, 10L, 11L);
    assertThat(world.ledger().entries(12, 50)).hasSize(1);
    assertThat(world.ledger().entries(13, 50)).isEmpty();
  }

  @Test
  void live_signals_come_newest_first_until_they_expire() {
    append(Some.signal(1));
    append(Some.signal(2));
    append(Some.signal(3));

    assertThat(world.ledger().live(Some.NOW, 2)).containsExactly(Some.signal(3), Some.signal(2));
    assertThat(world.ledger().live(Some.signal(2).expiresAt(), 9)).containsExactly(Some.signal(3));
    assertThat(world.ledger().live(Some.signal(3).expiresAt(), 9)).isEmpty();
  }

  @Test
  void an_announcement_is_noted_once_and_for_all() {
    append(Some.signal(1));
    assertThat(world.ledger().announced(Some.signal(1).id())).isFalse();

    world.ledger().markAnnounced(Some.signal(1).id());
    world.ledger().markAnnounced(Some.signal(1).id());

    assertThat(world.ledger().announced(Some.signal(1).id())).isTrue();
    assertThat(world.ledger().announced(Some.signal(2).id())).isFalse();
    assertThat(world.ledger().find(Some.signal(1).id())).contains(Some.signal(1));
  }

  private LedgerEntry append(Signal signal) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      LedgerEntry entry =
          LedgerEntry.after(world.ledger().head(), "{\"id\":\"" + signal.id() + "\"}");
      if (world.ledger().append(signal, entry) == Written.STORED) {
        return entry;
      }
    }
    throw new AssertionError("never stored: " + signal.id());
  }

  private void assertNothingButThe(LedgerEntry first) {
    assertThat(world.ledger().head()).isEqualTo(first.head());
    assertThat(world.ledger().entries(1, 10)).containsExactly(first);
    assertThat(world.ledger().countOn(Some.NOW)).isEqualTo(1);
    assertThat(world.ledger().find(Some.signal(2).id())).isEmpty();
    assertThat(world.ledger().live(Some.NOW, 10)).containsExactly(Some.signal(1));
  }

  /** A signal of {@code made}'s candle with another's id. */
  private static Signal withIdOf(Signal other, Signal made) {
    SignalId id = other.id();
    Signal again =
        new Signal(
            id,
            made.symbol(),
            made.direction(),
            made.entry(),
            made.stopLoss(),
            made.takeProfit(),
            made.tcs(),
            made.signalClass(),
            made.odds(),
            made.verdicts(),
            made.pattern(),
            made.model(),
            made.timeframe(),
            made.candle(),
            made.digits(),
            made.createdAt(),
            made.expiresAt(),
            made.correlation());
    assertThat(again.setup())
        .isEqualTo(new SetupKey(made.symbol(), made.timeframe(), made.candle()));
    return again;
  }
}
