package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.fill.Report;
import io.bitten.core.fill.Reports;
import java.util.function.Supplier;

/** A relay's way back to the cloud; groups and names are those of the real one. */
final class SimReports implements Reports {
  /** Looks and heartbeats are many and alike; one in so many is really written and read. */
  private static final int WRITTEN = 200;

  private final Wires wires;
  private final SimProcess process;
  private final Stage stage;
  private final Edges edges;
  private int many;

  SimReports(Wires wires, SimProcess process, Stage stage, Edges edges) {
    this.wires = wires;
    this.process = process;
    this.stage = stage;
    this.edges = edges;
  }

  @Override
  public void send(Report report) {
    process.before("Reports.send");
    if (stage.faults().hit(Fault.SEND_FAILS)) {
      throw new StoreTrouble("Reports.send: throttled");
    }
    switch (report) {
      case Report.OrderMoved moved -> {
        String once = "order:" + moved.order() + ":" + moved.version();
        wires.reports().send(moved.account().value(), once, Wires.written(moved));
      }
      case Report.OrderMoving moving -> {
        String once = "moving:" + moving.order() + ":" + moving.version();
        wires.reports().send(moving.account().value(), once, Wires.written(moving));
      }
      case Report.OrphanSeen orphan -> {
        String once = "orphan:" + orphan.ticket() + ":" + Json.kindOf(orphan.fact()) + orphan.at();
        wires.reports().send(orphan.account().value(), once, Wires.written(orphan));
      }
      case Report.AccountSeen seen -> seen(seen);
      case Report.Heartbeat beat -> {
        String once = "beat:" + beat.relay() + beat.bootId() + beat.at().toEpochMilli();
        wires.reports().send("relay:" + beat.relay(), once, sometimes(beat));
      }
      case Report.CloseLapsed lapsed -> {
        String once = "lapsed:" + lapsed.command();
        wires.reports().send(lapsed.account().value(), once, Wires.written(lapsed));
      }
      case Report.HaltSeen halt ->
          wires
              .reports()
              .send(
                  "halt:" + halt.scope(),
                  "halt:" + halt.scope() + halt.epoch() + halt.hop(),
                  Wires.written(halt));
    }
    if (stage.faults().hit(Fault.SEND_UNSURE)) {
      throw new StoreTrouble("Reports.send: no answer");
    }
    process.after("Reports.send");
  }

  private void seen(Report.AccountSeen seen) {
    edges.equity(seen.snapshot().equity());
    String account = seen.snapshot().account().value();
    wires
        .reports()
        .send(
            account,
            "seen:" + account + ":" + seen.snapshot().at().toEpochMilli(),
            sometimes(seen));
  }

  private Supplier<Report> sometimes(Report report) {
    return many++ % WRITTEN == 0 ? Wires.written(report) : () -> report;
  }
}
