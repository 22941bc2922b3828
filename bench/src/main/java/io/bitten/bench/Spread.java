package io.bitten.bench;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Measured milliseconds by rank. */
final class Spread {
  private static final String ROW = "%-44s %8s %8s %8s %8s%n";

  private final double[] sorted;

  private Spread(double[] sorted) {
    this.sorted = sorted;
  }

  static <T> Spread of(Collection<T> laps, ToDoubleFunction<T> ms) {
    return new Spread(laps.stream().mapToDouble(ms).sorted().toArray());
  }

  /** The value that so many of a hundred do not exceed. */
  double at(int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  double max() {
    return sorted[sorted.length - 1];
  }

  /** The heading of {@link #row}s. */
  static void heading(PrintWriter out, String what) {
    out.printf(ROW, what, "p50", "p90", "p99", "max");
  }

  void row(PrintWriter out, String name) {
    out.printf(ROW, name, text(at(50)), text(at(90)), text(at(99)), text(max()));
  }

  /** As members of a JSON object. */
  String members(String name) {
    return String.format(
        Locale.ROOT,
        "\"%1$sp50_ms\":%2$.2f,\"%1$sp90_ms\":%3$.2f,\"%1$sp99_ms\":%4$.2f,\"%1$smax_ms\":%5$.2f",
        name.isEmpty() ? "" : name + "_",
        at(50),
        at(90),
        at(99),
        max());
  }

  private static String text(double ms) {
    return String.format(Locale.ROOT, ms < 10 ? "%.2f" : "%.1f", ms);
  }
}
