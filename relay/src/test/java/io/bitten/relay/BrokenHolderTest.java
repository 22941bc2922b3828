package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.relay.Lease;
import io.bitten.core.relay.Leases;
import io.bitten.relay.journal.FailingDisk;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay whose journal breaks opens nothing any more: one that stands by should. */
class BrokenHolderTest {
  @TempDir Path folder;
  private RelayBench bench;
  private FailingDisk disk;
  private FailingDisk otherDisk;
  private Relay holder;

  @BeforeEach
  void a_holder_whose_disk_fails() {
    bench = new RelayBench(folder.resolve("bench"));
    disk = new FailingDisk(RelayBench.disk(folder.resolve("1")));
    otherDisk = new FailingDisk(RelayBench.disk(folder.resolve("2")));
    holder = relay("relay-1", disk);
    holder.renewLease();
    disk.failForces(true);
    holder.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("NEW");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void it_gives_way_to_one_that_stands_by() {
    Relay other = relay("relay-2", otherDisk);

    renewals(4, holder, other);

    assertThat(other.serves()).isTrue();
    holder.renewLease();
    assertThat(holder.serves()).isFalse();
    bench.freshDeadline();
    other.refreshHalts();
    other.look(Some.ACCOUNT);
    other.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void alone_it_goes_on_with_exits() {
    renewals(12, holder);

    assertThat(holder.serves()).isTrue();
    holder.look(Some.ACCOUNT);
    holder.watch(Some.ACCOUNT);
    assertThat(bench.state()).isEqualTo("EXPIRED");
  }

  @Test
  void of_two_whose_disks_have_failed_one_keeps_the_lease() {
    Relay other = relay("relay-2", otherDisk);
    otherDisk.failForces(true);
    other.recover();

    renewals(4, holder, other);
    assertThat(other.serves()).isTrue();

    for (int i = 0; i < 12; i++) {
      renewals(1, holder, other);
      assertThat(other.serves()).isTrue();
      assertThat(holder.serves()).isFalse();
    }
  }

  @Test
  void it_gives_way_too_when_it_never_heard_that_it_had_taken_the_lease() {
    try (RelayBench own = new RelayBench(folder.resolve("own"))) {
      FailingDisk deafDisk = new FailingDisk(RelayBench.disk(folder.resolve("deaf")));
      Relay deaf = own.beside("relay-3", deaf(own.world.leases()), deafDisk);
      assertThatThrownBy(deaf::renewLease).hasMessage("the answer is lost");
      deaf.renewLease();
      assertThat(deaf.serves()).isTrue();
      deafDisk.failForces(true);
      deaf.step(RelayBench.open());
      Relay other = own.beside("relay-4", own.world.leases(), otherDisk);

      for (int i = 0; i < 4; i++) {
        own.time.advance(Tenure.RENEW_EVERY);
        deaf.renewLease();
        other.renewLease();
      }

      assertThat(other.serves()).isTrue();
    }
  }

  /** Leases whose first writing is stored and not answered. */
  private static Leases deaf(Leases real) {
    return new Leases() {
      private boolean heard;

      @Override
      public Optional<Versioned<Lease>> find(String group) {
        return real.find(group);
      }

      @Override
      public Written save(Versioned<Lease> lease) {
        Written written = real.save(lease);
        if (!heard) {
          heard = true;
          throw new IllegalStateException("the answer is lost");
        }
        return written;
      }
    };
  }

  private Relay relay(String name, FailingDisk own) {
    return bench.beside(name, bench.world.leases(), own);
  }

  private void renewals(int count, Relay... relays) {
    for (int i = 0; i < count; i++) {
      bench.time.advance(Tenure.RENEW_EVERY);
      for (Relay relay : relays) {
        relay.renewLease();
      }
    }
  }
}
