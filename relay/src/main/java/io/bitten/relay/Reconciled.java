package io.bitten.relay;

import java.time.Duration;

/**
 * What a comparison found, and since when.
 *
 * @param age how long it has been so, as this process knows
 */
public record Reconciled(Finding finding, Duration age) {
  /** For people; what lasts too long becomes an alarm. */
  public FindingText text() {
    FindingText text = FindingText.of(finding);
    return finding instanceof Finding.Ghost && age.compareTo(Reconciler.GHOST_AFTER) >= 0
        ? new FindingText(FindingText.Grade.ALARM, text.kind(), text.sentence())
        : text;
  }
}
