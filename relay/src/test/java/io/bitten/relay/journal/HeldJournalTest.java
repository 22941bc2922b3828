package io.bitten.relay.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.order.OrderId;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scanner holds the journal's file while it is to be rewritten, as on Windows. */
class HeldJournalTest {
  private static final OrderId ORDER = OrderId.derivedFrom("held");
  private static final int COMPACT_FROM = 400;
  private static final int VERSIONS = 30;

  @TempDir private Path folder;
  private int refusals;

  private final FileDisk.Mover mover =
      new FileDisk.Mover() {
        @Override
        public void move(Path from, Path to) throws IOException {
          if (refusals > 0) {
            refusals--;
            throw new FileSystemException(to.toString(), null, "is used by another process");
          }
          Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void rest() {}
      };

  @Test
  void for_a_moment_it_is_waited_for() throws IOException {
    refusals = 3;

    long size = written();

    assertThat(refusals).isZero();
    assertThat(size).isLessThan(COMPACT_FROM);
  }

  @Test
  void for_long_the_old_file_goes_on_and_loses_nothing() throws IOException {
    refusals = 25;

    long size = written();

    assertThat(refusals).as("tried again later").isZero();
    assertThat(size).isLessThan(COMPACT_FROM);
  }

  @Test
  void for_ever_the_old_file_grows() throws IOException {
    refusals = Integer.MAX_VALUE;

    assertThat(written()).isGreaterThan(COMPACT_FROM);
  }

  @Test
  void one_that_would_become_too_large_to_be_read_breaks_the_journal() throws IOException {
    refusals = Integer.MAX_VALUE;
    try (Journal journal = Journal.open(FileDisk.in(folder, mover), COMPACT_FROM)) {
      assertThatThrownBy(() -> moves(journal, 1_000))
          .isInstanceOf(JournalBroken.class)
          .hasMessageContaining("compaction failed: the file is held");
      assertThat(journal.sound()).isFalse();
    }
  }

  private static void moves(Journal journal, long versions) {
    for (long version = 1; version <= versions; version++) {
      journal.append(new JournalFact.Moving(ORDER, version, "UNKNOWN"));
      journal.append(new JournalFact.Reported(ORDER, version - 1));
    }
  }

  /** How large the file is after all versions; each of them is read back. */
  private long written() throws IOException {
    try (Journal journal = Journal.open(FileDisk.in(folder, mover), COMPACT_FROM)) {
      moves(journal, VERSIONS);
      assertThat(journal.sound()).isTrue();
    }
    try (Journal journal = Journal.open(FileDisk.in(folder))) {
      assertThat(journal.untold())
          .containsExactly(new JournalFact.Moving(ORDER, VERSIONS, "UNKNOWN"));
    }
    return Files.size(folder.resolve("relay.journal"));
  }
}
