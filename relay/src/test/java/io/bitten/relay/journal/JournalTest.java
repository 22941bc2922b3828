package io.bitten.relay.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Ticket;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.market.Direction;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrphanFact;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.RouteName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final OrderId OTHER = OrderId.derivedFrom("other");
  private static final JournalFact.Intent INTENT =
      new JournalFact.Intent(Some.ORDER, 1, RouteName.FARM, Some.NOW, "abc");
  private static final Halt HALT =
      new Halt.Active(new HaltScope.OneUser(Some.USER), 3, "tg-1", "a\tb\\n\nc", Some.NOW);
  private static final Report.OrphanSeen ORPHAN =
      new Report.OrphanSeen(
          Some.ACCOUNT,
          new Ticket(77),
          new OrphanFact.Found(
              new OrphanSource.OfOrder(Some.ORDER, "TRD_1", "EXPIRED"),
              Some.EURUSD,
              Direction.BUY,
              Some.fill()),
          Some.NOW);
  private static final List<JournalFact> FACTS =
      List.of(
          new JournalFact.Epoch(7, "boot-1"),
          INTENT,
          new JournalFact.Moving(Some.ORDER, 3, "FILLED"),
          new JournalFact.HaltTaken(HALT),
          new JournalFact.HaltTaken(
              new Halt.Lifted(new HaltScope.Everything(), 2, "tg-7001", "over", Some.NOW)),
          new JournalFact.HaltTaken(
              new Halt.Lifted(
                  new HaltScope.OneAccount(Some.ACCOUNT), 1, "tg-7001", "over", Some.NOW)),
          new JournalFact.Reported(Some.ORDER, 2),
          new JournalFact.Result(Some.ORDER, 1, "done"),
          new JournalFact.Reported(Some.ORDER, 3),
          new JournalFact.OrphanUntold(ORPHAN),
          JournalFact.OrphanTold.of(ORPHAN));

  @TempDir Path folder;

  @Test
  void every_fact_is_read_back_as_it_was_written() {
    assertThat(FACTS)
        .allSatisfy(f -> assertThat(JournalText.read(JournalText.write(f))).isEqualTo(f));
  }

  @Test
  void what_was_open_is_known_after_reopening() throws IOException {
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      FACTS.subList(0, 7).forEach(journal::appendForced);
    }
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      assertThat(journal.epoch()).isEqualTo(7);
      assertThat(journal.intents()).containsExactly(INTENT);
      assertThat(journal.untold()).containsExactly(new JournalFact.Moving(Some.ORDER, 3, "FILLED"));
      assertThat(journal.halts()).contains(HALT).hasSize(3);
      assertThat(journal.tornBytes()).isZero();
    }
  }

  @Test
  void a_journal_of_before_states_were_noted_loses_no_intent_and_no_move() throws IOException {
    try (InputStream old = getClass().getResourceAsStream("/journal/without-states.hex")) {
      String hex = new String(old.readAllBytes(), StandardCharsets.US_ASCII).replace("\n", "");
      Files.write(folder.resolve("relay.journal"), HexFormat.of().parseHex(hex));
    }
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      assertThat(journal.tornBytes()).isZero();
      assertThat(journal.intents()).containsExactly(INTENT);
      assertThat(journal.untold())
          .containsExactly(
              new JournalFact.Moving(Some.ORDER, 2, ""), new JournalFact.Moving(Some.ORDER, 3, ""));
      journal.append(new JournalFact.Reported(Some.ORDER, 3));
      assertThat(journal.untold()).as("what came before the newest is not known").isEmpty();
    }
  }

  @Test
  void the_owners_are_read_back_in_the_order_they_were_noted() throws IOException {
    List<AccountId> noted =
        IntStream.rangeClosed(1, 12).mapToObj(login -> AccountId.of(login, "Demo")).toList();
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      noted.forEach(account -> journal.append(new JournalFact.Owner(account, Some.USER)));
    }
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      assertThat(journal.owners().keySet()).containsExactlyElementsOf(noted);
    }
  }

  @Test
  void results_and_reports_close_what_was_open() throws IOException {
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      FACTS.forEach(journal::append);
      assertThat(journal.intents()).isEmpty();
      assertThat(journal.untold()).isEmpty();
      assertThat(journal.untoldOrphans()).isEmpty();
    }
  }

  @Test
  void an_orphan_that_was_not_told_is_known_after_reopening() throws IOException {
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      journal.append(new JournalFact.OrphanUntold(ORPHAN));
    }
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      assertThat(journal.untoldOrphans()).containsExactly(new JournalFact.OrphanUntold(ORPHAN));
    }
  }

  @Test
  void a_file_cut_at_any_byte_keeps_every_whole_record_and_goes_on() throws IOException {
    List<Integer> ends = new ArrayList<>();
    Path file = folder.resolve("relay.journal");
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      for (JournalFact fact : FACTS) {
        journal.append(fact);
        ends.add((int) Files.size(file));
      }
    }
    byte[] whole = Files.readAllBytes(file);
    for (int cut = 0; cut <= whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      assertReopens(cut, ends);
    }
  }

  private void assertReopens(int cut, List<Integer> ends) throws IOException {
    int records = (int) ends.stream().filter(end -> end <= cut).count();
    int kept = records == 0 ? 0 : ends.get(records - 1);
    Recalled wanted = new Recalled();
    FACTS.subList(0, records).forEach(wanted::apply);
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      assertThat(journal.tornBytes()).as("cut at %s", cut).isEqualTo(cut - kept);
      assertThat(journal.intents()).isEqualTo(wanted.intents());
      journal.append(new JournalFact.Moving(OTHER, 9, "NEW"));
    }
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      assertThat(journal.tornBytes()).isZero();
      assertThat(journal.untold()).contains(new JournalFact.Moving(OTHER, 9, "NEW"));
    }
  }

  @Test
  void a_flipped_bit_ends_the_journal_before_its_record() throws IOException {
    Path file = folder.resolve("relay.journal");
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      FACTS.subList(0, 2).forEach(journal::append);
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      assertThat(journal.epoch()).isEqualTo(7);
      assertThat(journal.intents()).isEmpty();
      assertThat(journal.tornBytes()).isPositive();
    }
  }

  @Test
  void a_large_journal_is_rewritten_with_what_still_matters() throws IOException {
    Path file = folder.resolve("relay.journal");
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      journal.append(new JournalFact.Epoch(7, "boot-1"));
      journal.append(INTENT);
      journal.append(new JournalFact.HaltTaken(HALT));
      int before = 0;
      for (long version = 1; Files.size(file) >= before; version++) {
        before = (int) Files.size(file);
        journal.append(new JournalFact.Moving(OTHER, version, "UNKNOWN"));
      }
      assertThat(before).isGreaterThan((int) Journal.COMPACT_BYTES - 100);
      assertThat(Files.size(file)).isLessThan(10_000);
    }
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      assertThat(journal.intents()).containsExactly(INTENT);
      assertThat(journal.untold()).hasSizeLessThan(100);
      assertThat(journal.halts()).containsExactly(HALT);
      assertThat(journal.epoch()).isEqualTo(7);
    }
  }

  @Test
  void a_full_disk_breaks_the_journal_for_good() throws IOException {
    try (FailingDisk disk = new FailingDisk(FileDisk.in(folder))) {
      Journal journal = Journal.open(disk);
      journal.append(FACTS.getFirst());
      disk.failAppends(true);
      assertThatThrownBy(() -> journal.append(INTENT)).isInstanceOf(JournalBroken.class);
      disk.failAppends(false);
      assertThat(journal.sound()).isFalse();
      assertThatThrownBy(() -> journal.append(INTENT)).isInstanceOf(JournalBroken.class);
    }
  }

  @Test
  void a_failed_fsync_breaks_the_journal_for_good() throws IOException {
    try (FailingDisk disk = new FailingDisk(FileDisk.in(folder))) {
      Journal journal = Journal.open(disk);
      disk.failForces(true);
      assertThatThrownBy(() -> journal.appendForced(INTENT)).isInstanceOf(JournalBroken.class);
      disk.failForces(false);
      assertThatThrownBy(() -> journal.appendForced(INTENT)).isInstanceOf(JournalBroken.class);
    }
  }
}
