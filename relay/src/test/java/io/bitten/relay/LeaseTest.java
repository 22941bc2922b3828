package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.fill.Report;
import io.bitten.core.order.OrderState;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Lease;
import io.bitten.core.relay.Leases;
import io.bitten.relay.journal.FailingDisk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
  @TempDir Path folder;
  private RelayBench bench;
  private Store store;
  private Relay first;
  private Relay second;

  @BeforeEach
  void set() {
    bench = new RelayBench(folder.resolve("bench"));
    store = new Store(bench.world.leases());
    first = bench.beside("relay-1", store, RelayBench.disk(folder.resolve("1")));
    second = bench.beside("relay-2", bench.world.leases(), RelayBench.disk(folder.resolve("2")));
    first.renewLease();
    second.renewLease();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void of_two_relays_one_works_and_the_other_stands_by() {
    assertThat(first.serves()).isTrue();
    assertThat(second.serves()).isFalse();
    assertThat(second.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertThat(bench.state()).isEqualTo("NEW");
    assertThat(first.step(RelayBench.open())).isInstanceOf(StepOutcome.Finished.class);
    assertThat(bench.terminal.sent()).extracting(Entry::epoch).containsExactly(1L);
  }

  @Test
  void one_that_stands_by_reports_no_look_and_moves_no_order() {
    first.step(RelayBench.open());
    bench.terminal.end(
        bench.terminal.positions().getFirst().ticket(), io.bitten.core.order.ExitReason.STOP_LOSS);
    bench.world.reports().take();
    second.look(Some.ACCOUNT);
    second.tend(Some.ACCOUNT);
    second.resolve(Some.ACCOUNT);
    second.beat();
    assertThat(bench.state()).isEqualTo("PROTECTED");
    assertThat(bench.world.reports().take())
        .singleElement()
        .isInstanceOfSatisfying(
            Report.Heartbeat.class,
            beat -> assertThat(beat.routeState()).contains("standby for relay-1"));
  }

  @Test
  void a_silent_holder_is_replaced_when_its_lease_has_stood_still_for_its_length() {
    bench.time.advance(Duration.ofSeconds(14));
    second.renewLease();
    assertThat(second.serves()).isFalse();
    bench.time.advance(Duration.ofSeconds(1));
    second.renewLease();
    assertThat(second.serves()).isTrue();
    bench.freshDeadline();
    second.step(RelayBench.open());
    assertThat(bench.terminal.sent()).extracting(Entry::epoch).containsExactly(2L);
  }

  @Test
  void a_holder_that_renews_is_never_replaced() {
    for (int i = 0; i < 20; i++) {
      bench.time.advance(Tenure.RENEW_EVERY);
      first.renewLease();
      second.renewLease();
    }
    assertThat(first.serves()).isTrue();
    assertThat(second.serves()).isFalse();
  }

  @Test
  void a_holder_that_cannot_renew_sends_no_entry_before_another_may() {
    store.gone = true;
    bench.time.advance(Duration.ofSeconds(11));
    bench.time.advance(Duration.ofSeconds(1));
    bench.freshDeadline();
    assertThat(first.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertThat(bench.terminal.sent()).isEmpty();
    assertThat(first.serves()).as("exits stay possible").isTrue();
  }

  @Test
  void one_that_was_replaced_while_its_intent_was_written_does_not_send() {
    FailingDisk disk = new FailingDisk(RelayBench.disk(folder.resolve("slow")));
    Relay slow = bench.beside("relay-1", store, disk);
    slow.recover();
    slow.renewLease();
    bench.time.advance(Duration.ofSeconds(6));
    bench.freshDeadline();
    disk.whileForcing(
        () -> {
          store.gone = true;
          bench.time.advance(Duration.ofSeconds(7));
        });
    assertThat(slow.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertThat(bench.terminal.sent()).isEmpty();
  }

  @Test
  void one_that_slept_through_its_lease_right_before_the_send_does_not_send() {
    bench.time.advance(Duration.ofSeconds(6));
    first.refreshHalts();
    bench.freshDeadline();
    bench.terminal.beforeSending =
        () -> {
          store.gone = true;
          bench.time.advance(Duration.ofSeconds(6));
        };
    assertThat(first.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertThat(bench.terminal.sent()).isEmpty();
    assertThat(bench.order().state()).isEqualTo(new OrderState.New(1));
  }

  @Test
  void what_a_replaced_relay_was_sending_is_unknown_at_once() {
    Crashes crashes = Crashes.at("before Route.open");
    try (RelayBench own = new RelayBench(folder.resolve("own"))) {
      Relay dead = own.boot(crashes);
      try {
        dead.step(RelayBench.open());
      } catch (Crashes.Crash crash) {
        assertThat(own.state()).isEqualTo("SUBMITTING");
      }
      Relay next = own.beside("relay-2", own.world.leases(), RelayBench.disk(folder.resolve("n")));
      next.renewLease();
      next.tend(Some.ACCOUNT);
      assertThat(own.state()).as("not yet replaced").isEqualTo("SUBMITTING");
      own.time.advance(Tenure.LEASE);
      next.renewLease();
      next.tend(Some.ACCOUNT);
      assertThat(own.order().state()).isInstanceOf(OrderState.Unknown.class);
    }
  }

  @Test
  void the_next_process_of_the_same_relay_takes_over_at_once_with_a_higher_epoch() {
    try (RelayBench own = new RelayBench(folder.resolve("own"))) {
      own.boot().renewLease();
      own.boot().step(RelayBench.open());
      assertThat(own.terminal.sent()).extracting(Entry::epoch).containsExactly(2L);
    }
  }

  @Test
  void a_lease_is_not_old_because_the_question_about_it_hung() {
    Store hanging = new Store(bench.world.leases());
    Relay third = bench.beside("relay-3", hanging, RelayBench.disk(folder.resolve("3")));
    hanging.meanwhile =
        () -> {
          bench.time.advance(Tenure.LEASE);
          first.renewLease();
        };
    third.renewLease();
    hanging.meanwhile = () -> {};
    third.renewLease();
    assertThat(third.serves()).isFalse();
    assertThat(first.serves()).isTrue();
  }

  @Test
  void an_epoch_is_never_lower_than_one_that_was_used_before() {
    Path journal = folder.resolve("own");
    try (RelayBench before = new RelayBench(journal)) {
      before.boot().renewLease();
      before.boot().renewLease();
    }
    try (RelayBench lost = new RelayBench(journal)) {
      lost.boot().step(RelayBench.open());
      assertThat(lost.terminal.sent()).extracting(Entry::epoch).containsExactly(3L);
    }
  }

  /** The leases' store, which may be out of reach. */
  private static final class Store implements Leases {
    private final Leases real;
    private boolean gone;
    private Runnable meanwhile = () -> {};

    Store(Leases real) {
      this.real = real;
    }

    @Override
    public Optional<Versioned<Lease>> find(String group) {
      reach();
      meanwhile.run();
      return real.find(group);
    }

    @Override
    public Written save(Versioned<Lease> lease) {
      reach();
      return real.save(lease);
    }

    private void reach() {
      if (gone) {
        throw new IllegalStateException("the store is out of reach");
      }
    }
  }
}
