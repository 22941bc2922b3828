package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.fill.Report;
import io.bitten.core.order.RelayCommand;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The queues between the parts, with what the product itself writes on them.
 *
 * @param fires {@code FireRequest}s as JSON
 * @param orders signed or plain {@code RelayCommand}s that open
 * @param exits every other command
 * @param halts pages of people to be told a halt of everything
 * @param reports read when they are taken
 * @param envelope makes a command's text
 */
record Wires(
    FifoQueue<String> fires,
    FifoQueue<String> orders,
    FifoQueue<String> exits,
    FifoQueue<String> halts,
    FifoQueue<Supplier<Report>> reports,
    Function<RelayCommand, String> envelope) {

  static Wires of(Stage stage, Function<RelayCommand, String> envelope) {
    Timeline time = stage.time();
    Faults faults = stage.faults();
    return new Wires(
        new FifoQueue<>("fires", time, faults),
        new FifoQueue<>("orders", time, faults),
        new FifoQueue<>("exits", time, faults),
        new FifoQueue<>("halts", time, faults),
        new FifoQueue<>("reports", time, faults),
        envelope);
  }

  /** A report as its taker will read it. */
  static Supplier<Report> written(Report report) {
    String text = Json.write(report);
    return () -> Json.read(text, Report.class);
  }
}
