package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.HaltTexts;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.relay.Gate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The last hop's gate stands as the halts say: also cut off, over restarts and at every crash. */
class GatesTest extends Benched {
  private static final List<HaltScope> SCOPES = HaltScope.over(Some.ACCOUNT, Some.USER);

  @Test
  void a_halt_of_any_scope_shuts_it_at_once_and_a_lifting_opens_it() {
    Relay relay = started();
    for (HaltScope scope : SCOPES) {
      relay.step(Drill.told(Drill.active(scope, 1)));
      assertThat(bench.terminal.gate.stands()).as("%s", scope).isEqualTo(Gate.SHUT);
      bench.world.halts().write(Drill.active(scope, 1));
      bench.world.halts().write(Drill.lifted(scope, 2));
      relay.step(Drill.told(Drill.lifted(scope, 2)));
      relay.refreshHalts();
      relay.guard(Some.ACCOUNT);
      assertThat(bench.terminal.gate.stands()).as("%s", scope).isEqualTo(Gate.OPEN);
    }
  }

  @Test
  void it_stays_shut_until_the_last_halt_over_the_account_is_lifted() {
    Relay relay = started();
    SCOPES.forEach(scope -> halt(relay, scope));
    for (HaltScope scope : SCOPES) {
      assertThat(bench.terminal.gate.stands()).isEqualTo(Gate.SHUT);
      bench.world.halts().write(Drill.lifted(scope, 2));
      relay.refreshHalts();
      relay.guard(Some.ACCOUNT);
    }
    assertThat(bench.terminal.gate.stands()).isEqualTo(Gate.OPEN);
  }

  @Test
  void a_relay_that_is_cut_off_for_ten_seconds_shuts_it_and_opens_it_when_it_is_back() {
    CutOffHalts halts = new CutOffHalts(bench.world.halts());
    Relay relay = bench.bootWithHalts(halts);
    relay.recover();
    relay.renewLease();
    halts.gone();
    bench.time.advance(Duration.ofSeconds(10));
    relay.guard(Some.ACCOUNT);
    assertThat(bench.terminal.gate.stands()).isEqualTo(Gate.OPEN);
    bench.time.advance(Duration.ofMillis(1));
    relay.guard(Some.ACCOUNT);
    assertThat(bench.terminal.gate.stands()).isEqualTo(Gate.SHUT);
    halts.back();
    relay.refreshHalts();
    relay.guard(Some.ACCOUNT);
    assertThat(bench.terminal.gate.stands()).isEqualTo(Gate.OPEN);
  }

  @Test
  void a_relay_that_starts_without_the_cloud_shuts_it_and_takes_nothing() {
    CutOffHalts halts = new CutOffHalts(bench.world.halts());
    halts.gone();
    Relay relay = bench.bootWithHalts(halts);
    assertThatThrownBy(relay::recover).isInstanceOf(IllegalStateException.class);
    assertThat(bench.terminal.gate.stands()).isEqualTo(Gate.SHUT);
    halts.back();
    relay.recover();
    assertThat(bench.terminal.gate.stands()).isEqualTo(Gate.OPEN);
  }

  @Test
  void a_start_agrees_with_the_store_also_about_the_accounts_owner() {
    Relay first = started();
    first.step(Drill.told(Drill.active(SCOPES.getLast(), 1)));
    bench.world.halts().write(Drill.active(SCOPES.getLast(), 1));
    bench.terminal.gate.open();

    started();
    assertThat(bench.terminal.gate.stands()).isEqualTo(Gate.SHUT);
    bench.world.halts().write(Drill.lifted(SCOPES.getLast(), 2));
    started();
    assertThat(bench.terminal.gate.stands()).isEqualTo(Gate.OPEN);
  }

  @Test
  void a_crash_at_any_moment_of_a_halt_leaves_it_shut_after_the_next_start() {
    for (HaltScope scope : SCOPES) {
      bench.world.halts().write(Drill.active(scope, 1));
      for (int point = 1; ; point++) {
        try (RelayBench other = new RelayBench(folder.resolve(HaltTexts.of(scope) + point))) {
          other.world.halts().write(Drill.active(scope, 1));
          Crashes crashes = Crashes.at(point);
          try {
            other.boot(crashes).step(Drill.told(Drill.active(scope, 1)));
          } catch (Crashes.Crash crash) {
            Relay next = other.boot();
            next.recover();
            next.step(Drill.told(Drill.active(scope, 1)));
          }
          assertThat(other.terminal.gate.stands())
              .as("%s, point %s", scope, point)
              .isEqualTo(Gate.SHUT);
          if (crashes.survived()) {
            assertThat(point).isGreaterThan(3);
            break;
          }
        }
      }
    }
  }

  @Test
  void an_entry_waits_while_the_gate_cannot_be_opened_and_is_not_sent_into_it() {
    Relay relay = started();
    halt(relay, SCOPES.getFirst());
    bench.world.halts().write(Drill.lifted(SCOPES.getFirst(), 2));
    bench.terminal.gate.fails(true);
    Drill.decidedUnder(bench.world, new HaltEpochs(2, 0, 0));
    assertThat(relay.step(RelayBench.open())).isInstanceOf(StepOutcome.Later.class);
    assertThat(bench.terminal.sent()).isEmpty();
    bench.terminal.gate.fails(false);
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void an_order_decided_after_a_lifting_is_not_killed_by_a_relay_that_knows_only_the_halt() {
    Relay relay = started();
    bench.world.halts().write(Drill.active(SCOPES.getFirst(), 1));
    relay.refreshHalts();
    bench.world.halts().write(Drill.lifted(SCOPES.getFirst(), 2));
    Drill.decidedUnder(bench.world, new HaltEpochs(2, 0, 0));
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("PROTECTED");
  }

  @Test
  void a_halt_between_the_decision_and_the_relay_kills_the_order() {
    Relay relay = started();
    bench.world.halts().write(Drill.active(SCOPES.getLast(), 1));
    bench.world.halts().write(Drill.lifted(SCOPES.getLast(), 2));
    relay.step(Drill.told(Drill.lifted(SCOPES.getLast(), 2)));
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("KILLED");
    assertThat(bench.terminal.sent()).isEmpty();
  }

  @Test
  void a_halt_that_comes_right_before_the_send_keeps_the_order_here() {
    Relay relay = started();
    bench.terminal.beforeSending = () -> halt(relay, SCOPES.getFirst());
    relay.step(RelayBench.open());
    relay.step(RelayBench.open());
    assertThat(bench.state()).isEqualTo("KILLED");
    assertThat(bench.terminal.sent()).isEmpty();
  }

  @Test
  void what_was_learned_by_reading_is_receipted_once_and_the_terminal_for_itself() {
    Relay relay = started();
    bench.world.halts().write(Drill.active(SCOPES.getFirst(), 1));
    relay.refreshHalts();
    relay.refreshHalts();
    relay.step(Drill.told(Drill.active(SCOPES.getFirst(), 1)));
    relay.guard(Some.ACCOUNT);
    relay.tell();
    assertThat(bench.world.reports().take())
        .filteredOn(Report.HaltSeen.class::isInstance)
        .extracting(report -> ((Report.HaltSeen) report).hop())
        .containsExactlyInAnyOrder("relay relay-1", "terminal " + Some.ACCOUNT);
    relay.guard(Some.ACCOUNT);
    relay.tell();
    assertThat(bench.world.reports().take())
        .filteredOn(Report.HaltSeen.class::isInstance)
        .isEmpty();
  }

  private Relay started() {
    Relay relay = bench.boot();
    relay.recover();
    relay.renewLease();
    return relay;
  }

  private void halt(Relay relay, HaltScope scope) {
    bench.world.halts().write(Drill.active(scope, 1));
    relay.step(Drill.told(Drill.active(scope, 1)));
  }
}
