package io.bitten.core.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.memory.MemoryLedger;
import io.bitten.core.signal.Verification.Broken;
import io.bitten.core.signal.Verification.Flaw;
import io.bitten.core.signal.Verification.Intact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerVerifierTest {
  private static List<LedgerEntry> chain(int entries) {
    List<LedgerEntry> chain = new ArrayList<>();
    LedgerHead head = LedgerHead.empty();
    for (int i = 1; i <= entries; i++) {
      chain.add(LedgerEntry.after(head, LedgerBody.of(i, Some.signal(i))));
      head = chain.getLast().head();
    }
    return chain;
  }

  private static Verification verify(List<LedgerEntry> entries) {
    return LedgerVerifier.verify(entries, List.of());
  }

  private static void names(Verification found, long seq, Flaw flaw) {
    assertThat(found)
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.flaw()).isEqualTo(flaw);
              assertThat(broken.seq()).isEqualTo(seq);
            });
  }

  @Test
  void an_untouched_chain_is_intact() {
    List<LedgerEntry> chain = chain(5);

    assertThat(verify(chain)).isEqualTo(new Intact(chain.getLast().head()));
    assertThat(verify(List.of())).isEqualTo(new Intact(LedgerHead.empty()));
  }

  @Test
  void a_changed_body_is_named() {
    List<LedgerEntry> chain = chain(5);
    LedgerEntry third = chain.get(2);
    String better = third.body().replace("1.10300", "1.10200");
    chain.set(2, new LedgerEntry(3, third.previousHash(), better, third.hash()));

    names(verify(chain), 3, Flaw.TAMPERED);
  }

  @Test
  void a_changed_body_with_its_own_hash_made_anew_is_named() {
    List<LedgerEntry> chain = chain(5);
    String better = chain.get(2).body().replace("1.10300", "1.10200");
    chain.set(2, LedgerEntry.after(chain.get(1).head(), better));

    names(verify(chain), 3, Flaw.TAMPERED);
  }

  @Test
  void a_dropped_entry_is_named() {
    List<LedgerEntry> chain = chain(5);
    chain.remove(2);

    names(verify(chain), 3, Flaw.DROPPED);
  }

  @Test
  void two_entries_that_changed_places_are_named() {
    List<LedgerEntry> chain = chain(5);
    Collections.swap(chain, 2, 3);

    names(verify(chain), 4, Flaw.REORDERED);
  }

  @Test
  void entries_reordered_with_the_chain_made_anew_are_named_by_the_place_they_claim() {
    List<LedgerEntry> chain = chain(3);
    LedgerEntry moved = LedgerEntry.after(chain.get(0).head(), chain.get(2).body());

    names(verify(List.of(chain.get(0), moved)), 2, Flaw.REORDERED);
  }

  @Test
  void an_entry_dated_before_the_one_it_follows_is_named() {
    List<LedgerEntry> chain = chain(3);
    String early = LedgerBody.of(4, Some.signal(1));
    chain.add(LedgerEntry.after(chain.getLast().head(), early));

    names(verify(chain), 4, Flaw.BACKDATED);
  }

  @Test
  void a_rebuilt_chain_is_named_by_the_head_that_was_published() {
    List<LedgerEntry> first = chain(4);
    LedgerHead published = first.get(1).head();
    List<LedgerEntry> rebuilt = new ArrayList<>();
    LedgerHead head = LedgerHead.empty();
    for (LedgerEntry entry : first) {
      rebuilt.add(LedgerEntry.after(head, entry.body().replace("1.10300", "1.10200")));
      head = rebuilt.getLast().head();
    }

    assertThat(verify(rebuilt)).isInstanceOf(Intact.class);
    names(LedgerVerifier.verify(rebuilt, List.of(published)), 2, Flaw.TAMPERED);
  }

  @Test
  void a_cut_off_end_is_named_by_the_head_that_was_published() {
    List<LedgerEntry> chain = chain(5);

    names(
        LedgerVerifier.verify(chain.subList(0, 3), List.of(chain.getLast().head())),
        4,
        Flaw.DROPPED);
  }

  @Test
  void a_stored_ledger_is_read_page_by_page() {
    MemoryLedger ledger = new MemoryLedger();
    for (int i = 1; i <= 1_001; i++) {
      Signal signal = Some.signal(i);
      ledger.append(signal, LedgerEntry.after(ledger.head(), LedgerBody.of(i, signal)));
    }

    assertThat(LedgerVerifier.verify(ledger, List.of())).isEqualTo(new Intact(ledger.head()));
  }
}
