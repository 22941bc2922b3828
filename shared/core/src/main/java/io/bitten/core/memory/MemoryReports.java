package io.bitten.core.memory;

import io.bitten.core.fill.Report;
import io.bitten.core.fill.Reports;
import java.util.List;

/** What a relay reported, in order. */
public final class MemoryReports implements Reports {
  private final Journal<Report> sent = new Journal<>();

  @Override
  public void send(Report report) {
    sent.add(report);
  }

  public List<Report> sent() {
    return sent.all();
  }

  /** Takes everything reported since the last call. */
  public List<Report> take() {
    return sent.drain();
  }
}
