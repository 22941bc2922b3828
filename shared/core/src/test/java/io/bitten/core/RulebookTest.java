package io.bitten.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.billing.BillingTerms;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RulebookTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void rules_that_send_no_alert_are_not_built() {
    Rulebook usual = SomeRules.rulebook();

    assertThatThrownBy(
            () ->
                new Rulebook(
                    usual.tiers(),
                    usual.limits(),
                    usual.signals(),
                    usual.termsVersion(),
                    usual.billing(),
                    0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alertsAMinute must be positive: 0");
  }

  @Test
  void a_pass_or_a_grace_of_no_time_is_not_built() {
    assertThatThrownBy(() -> new BillingTerms(Duration.ZERO, DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pressPass and grace must be positive: PT0S, PT24H");
    assertThatThrownBy(() -> new BillingTerms(DAY, DAY.negated()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pressPass and grace must be positive: PT24H, PT-24H");
  }
}
