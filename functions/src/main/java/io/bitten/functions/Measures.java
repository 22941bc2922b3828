package io.bitten.functions;

import java.time.Duration;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/** Metrics as CloudWatch EMF lines, through Powertools. */
public final class Measures {
  /** Of one installation, for several may share an account. */
  private static final String NAMESPACE =
      System.getenv().getOrDefault("POWERTOOLS_METRICS_NAMESPACE", "BITTEN");

  private Measures() {}

  /** How long something took, tagged with one name and value. */
  public static void took(String metric, Duration time, String tag, String value) {
    MetricsFactory.getMetricsInstance()
        .flushSingleMetric(
            metric,
            time.toMillis(),
            MetricUnit.MILLISECONDS,
            NAMESPACE,
            DimensionSet.of(tag, value));
  }

  /** How long something of the whole platform has lasted by now. */
  public static void age(String metric, Duration age) {
    platform(metric, age.toSeconds(), MetricUnit.SECONDS);
  }

  /** How many there are of something on the whole platform by now. */
  public static void number(String metric, long number) {
    platform(metric, number, MetricUnit.COUNT);
  }

  private static void platform(String metric, long value, MetricUnit unit) {
    MetricsFactory.getMetricsInstance()
        .flushSingleMetric(metric, value, unit, NAMESPACE, DimensionSet.of("Service", "bitten"));
  }

  /** That something happened once. */
  public static void count(String metric, String tag, String value) {
    MetricsFactory.getMetricsInstance()
        .flushSingleMetric(metric, 1, MetricUnit.COUNT, NAMESPACE, DimensionSet.of(tag, value));
  }
}
