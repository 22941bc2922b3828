package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.Contention;
import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.SweepDesk;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.halt.HaltPages;
import java.util.function.Supplier;

/** The functions behind the queues: the real desks, each message a step of its own. */
final class Cloud {
  private static final int SWEEP_MS = 5_000;
  private static final int BATCH = 10;

  /** Functions of one batch begin within so long: also what a FIFO queue keeps apart. */
  private static final int MOST_LANES_MS = 60;

  private final Stage stage;
  private final Wires wires;
  private final FireDesk fires;
  private final FillDesk fills;
  private final SweepDesk sweeps;
  private final HaltPages halts;

  Cloud(Scene scene, Rulebook rules) {
    World world = scene.world();
    this.stage = scene.stage();
    this.wires = scene.wires();
    this.fires = new FireDesk(world, rules);
    this.fills = new FillDesk(scene.booked(), rules);
    this.sweeps = new SweepDesk(scene.swept(), fills);
    this.halts = new HaltPages(world);
  }

  void begin() {
    wires.fires().await(this::takeFires);
    wires.reports().await(this::takeReports);
    wires.halts().await(this::takeHalts);
    stage.time().task(SWEEP_MS, this::sweep);
  }

  private void takeFires() {
    for (FifoQueue.Message<String> message : wires.fires().receive(BATCH)) {
      stage.time().task(stage.faults().between(1, MOST_LANES_MS), () -> fire(message));
    }
    wires.fires().await(this::takeFires);
  }

  private void takeReports() {
    for (FifoQueue.Message<Supplier<Report>> message : wires.reports().receive(BATCH)) {
      stage.time().task(1, () -> book(message));
    }
    wires.reports().await(this::takeReports);
  }

  private void takeHalts() {
    for (FifoQueue.Message<String> message : wires.halts().receive(BATCH)) {
      stage.time().task(1, () -> halt(message));
    }
    wires.halts().await(this::takeHalts);
  }

  private void halt(FifoQueue.Message<String> message) {
    attempt(
        () -> {
          halts.tell(Json.read(message.body(), HaltPage.class));
          wires.halts().done(message.receipt());
        });
  }

  private void fire(FifoQueue.Message<String> message) {
    attempt(
        () -> {
          fires.fire(Json.read(message.body(), FireRequest.class));
          wires.fires().done(message.receipt());
        });
  }

  private void book(FifoQueue.Message<Supplier<Report>> message) {
    attempt(
        () -> {
          fills.book(message.body().get());
          wires.reports().done(message.receipt());
        });
  }

  private void sweep() {
    attempt(sweeps::sweep);
    stage.time().task(SWEEP_MS, this::sweep);
  }

  /** What is killed or meets a broken world leaves its message, which comes again. */
  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (Crash crash) {
      stage.story().tell("cloud", "a function is killed");
    } catch (StoreTrouble | Contention trouble) {
      stage.story().tell("cloud", "a function fails: " + trouble.getMessage());
    }
  }
}
