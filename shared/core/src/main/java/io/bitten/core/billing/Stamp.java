package io.bitten.core.billing;

import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * When something was said, and by which event. Stripe's times are whole seconds, so what was said
 * within one is ordered by the event's id: by chance, but the same chance for everybody.
 *
 * @param at the event's {@code created}
 * @param event the event's id, {@code evt_...}
 */
public record Stamp(Instant at, String event) implements Comparable<Stamp> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,255}");
  private static final Comparator<Stamp> ORDER =
      Comparator.comparing(Stamp::at).thenComparing(Stamp::event);

  public Stamp {
    if (!FORM.matcher(event).matches()) {
      throw new IllegalArgumentException(
          "event id must be 1..255 letters, digits, _ or -: " + event);
    }
  }

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }
}
