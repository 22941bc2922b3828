package io.bitten.core.billing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a bill's payments: the last one that went through, and those that have failed
 * since. What failed before, or in the same second, is settled and forgotten.
 *
 * @param lastPaid the epoch when none is known
 * @param failures after {@code lastPaid}, the first one first
 */
public record Payments(Instant lastPaid, List<Instant> failures) {
  /** Stripe gives up after some eight attempts of an invoice, and makes one invoice a month. */
  static final int MOST_FAILURES = 200;

  public Payments {
    failures = List.copyOf(failures);
    if (failures.size() > MOST_FAILURES) {
      throw new IllegalArgumentException(
          "a bill must have at most " + MOST_FAILURES + " failed payments in a row");
    }
    Instant before = lastPaid;
    for (Instant failure : failures) {
      if (!failure.isAfter(before)) {
        throw new IllegalArgumentException(
            "failures must come in order after " + lastPaid + ": " + failures);
      }
      before = failure;
    }
  }

  static Payments none() {
    return new Payments(Instant.EPOCH, List.of());
  }

  Payments paid(Instant at) {
    return at.isAfter(lastPaid)
        ? new Payments(at, failures.stream().filter(one -> one.isAfter(at)).toList())
        : this;
  }

  Payments failed(Instant at) {
    return at.isAfter(lastPaid)
        ? new Payments(
            lastPaid, Stream.concat(failures.stream(), Stream.of(at)).sorted().distinct().toList())
        : this;
  }

  /** Since when a payment is due. */
  Optional<Instant> dueSince() {
    return failures.stream().findFirst();
  }
}
