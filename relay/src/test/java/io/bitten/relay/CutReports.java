package io.bitten.relay;

import io.bitten.core.fill.Report;
import io.bitten.core.fill.Reports;

/** A way to the cloud that may be cut. */
final class CutReports implements Reports {
  private final Reports real;
  private boolean cut;

  CutReports(Reports real) {
    this.real = real;
  }

  void cut(boolean now) {
    cut = now;
  }

  @Override
  public void send(Report report) {
    if (cut) {
      throw new IllegalStateException("no way to the cloud");
    }
    real.send(report);
  }
}
