package io.bitten.local.sim;

import io.bitten.adapters.bridge.BridgeSettings;
import io.bitten.adapters.bridge.ClassicBridge;
import io.bitten.adapters.bridge.JournaledBridge;
import io.bitten.core.account.AccountId;
import io.bitten.core.order.RouteName;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.Gate;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.Permit;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Route;
import io.bitten.core.relay.RouteHealth;
import io.bitten.core.relay.StopChange;
import java.time.Duration;
import java.time.Instant;

/** One relay process's real bridge to an account, which waits in virtual time. */
final class BridgeRoute implements Route {
  private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final SimProcess process;
  private final Expert expert;
  private final Stage stage;
  private final Mutant mutant;
  private final Route real;
  private boolean sent;

  BridgeRoute(SimProcess process, Expert expert, Stage stage, Mutant mutant) {
    this.process = process;
    this.expert = expert;
    this.stage = stage;
    this.mutant = mutant;
    BridgeSettings usual =
        BridgeSettings.in(expert.folder().path(), Broker.USD)
            .speaking(BridgeSettings.Profile.JOURNALED);
    this.real =
        new JournaledBridge(
            account(),
            usual.looking(LOOKS_EVERY).waiting(TIMEOUT),
            new ClassicBridge.Around(process.clock(), stage.time()::nanos, this::pause));
  }

  private AccountId account() {
    return expert.terminal().account();
  }

  private void pause(Duration span) {
    expert.expected();
    if (sent) {
      sent = false;
      process.pointAfterSending();
    }
    process.await(span.toMillis());
  }

  @Override
  public RouteName name() {
    return real.name();
  }

  @Override
  public Answer open(Entry entry, Permit permit) {
    process.point();
    Answer answer = real.open(entry, () -> permit.holds() && leaves(entry));
    sent = false;
    stage.story().tell(process.name(), "sent " + entry.id() + " by files: " + answer);
    process.point();
    return mutant == Mutant.SILENCE_IS_NOT_SENT && answer instanceof Answer.Unknown
        ? new Answer.NotSent("nobody answered")
        : answer;
  }

  private boolean leaves(Entry entry) {
    stage.checks().entries().leaves(entry, process, account());
    sent = true;
    return true;
  }

  @Override
  public Answer close(PositionClose close) {
    process.point();
    Answer answer = real.close(close);
    stage.story().tell(process.name(), "closes " + close.ticket() + " by files: " + answer);
    process.point();
    return answer;
  }

  @Override
  public Answer modify(StopChange change) {
    process.point();
    Answer answer = real.modify(change);
    stage.story().tell(process.name(), "puts the stop on " + change.ticket() + ": " + answer);
    process.point();
    return answer;
  }

  @Override
  public Gate.Answer gate(Gate wanted) {
    process.point();
    return real.gate(wanted);
  }

  @Override
  public Look look() {
    process.point();
    long asked = stage.time().now();
    Look look = real.look();
    if (look instanceof Look.Complete complete) {
      process.looked(complete.snapshot(), asked);
    }
    process.point();
    return look;
  }

  @Override
  public History history(Instant since) {
    process.point();
    return real.history(since);
  }

  @Override
  public RouteHealth health() {
    return real.health();
  }

  @Override
  public void reset() {
    process.point();
    real.reset();
  }
}
