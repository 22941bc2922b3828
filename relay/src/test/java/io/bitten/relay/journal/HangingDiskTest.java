package io.bitten.relay.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.order.RouteName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk whose writes do not end. */
class HangingDiskTest {
  private static final JournalFact FACT =
      new JournalFact.Intent(Some.ORDER, 1, RouteName.FARM, Some.NOW, "abc");

  @TempDir Path folder;
  private final CountDownLatch ends = new CountDownLatch(1);
  private FailingDisk disk;

  @BeforeEach
  void mount() throws IOException {
    disk = new FailingDisk(FileDisk.in(folder));
  }

  @AfterEach
  void end() throws IOException {
    ends.countDown();
    disk.close();
  }

  @Test
  @Timeout(300)
  void a_write_is_not_waited_for_without_end_and_breaks_the_journal() {
    Journal journal = Journal.open(new PatientDisk(disk, Duration.ofMillis(20)));
    disk.whileForcing(this::hang);

    assertThatThrownBy(() -> journal.appendForced(FACT))
        .isInstanceOf(JournalBroken.class)
        .hasMessageContaining("forced write failed: the disk did not answer for 20 ms");

    assertThat(journal.sound()).isFalse();
    assertThatThrownBy(() -> journal.append(FACT)).isInstanceOf(JournalBroken.class);
  }

  @Test
  void whether_the_journal_is_sound_is_known_while_a_write_is_under_way() {
    Journal journal = Journal.open(disk);
    disk.whileForcing(
        () ->
            assertThat(CompletableFuture.supplyAsync(journal::sound, Thread::startVirtualThread))
                .succeedsWithin(30, TimeUnit.SECONDS)
                .isEqualTo(true));

    journal.appendForced(FACT);
  }

  @Test
  void what_a_patient_disk_was_given_is_there_and_its_failures_are_told() throws IOException {
    try (Journal journal = Journal.open(new PatientDisk(disk, PatientDisk.LONGEST))) {
      journal.appendForced(FACT);
      disk.failForces(true);
      assertThatThrownBy(() -> journal.appendForced(FACT))
          .hasMessageContaining("forced write failed: input/output error");
    }
    disk = new FailingDisk(FileDisk.in(folder));
    assertThat(Journal.open(disk).intents()).containsExactly((JournalFact.Intent) FACT);
  }

  private void hang() {
    try {
      ends.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
