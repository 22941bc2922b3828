package io.bitten.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate(1 minute)              | 2017-03-05T10:00:00Z | 2017-03-05T10:01:00Z
          rate(5 minutes)             | 2017-03-05T10:03:59Z | 2017-03-05T10:05:00Z
          rate(1 day)                 | 2017-03-05T10:03:59Z | 2017-03-06T00:00:00Z
          cron(0 8 * * ? *)           | 2017-03-05T08:00:00Z | 2017-03-06T08:00:00Z
          cron(0 8 ? * MON-FRI *)     | 2017-03-03T09:00:00Z | 2017-03-06T08:00:00Z
          cron(0/15 * * * ? *)        | 2017-03-05T10:46:00Z | 2017-03-05T11:00:00Z
          cron(45,50 23 31 DEC ? *)   | 2017-03-05T10:46:00Z | 2017-12-31T23:45:00Z
          cron(0 0 29 2 ? *)          | 2017-03-05T10:46:00Z | 2020-02-29T00:00:00Z
          cron(0 0 ? * SUN *)         | 2017-03-05T10:46:00Z | 2017-03-12T00:00:00Z
          """)
  void the_next_tick_is_the_first_one_later(String text, Instant from, Instant next) {
    assertThat(ScheduleExpression.of(text).after(from)).isEqualTo(next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at(2017-01-01T00:00:00)",
        "rate(0 minutes)",
        "cron(0 8 L * ? *)",
        "cron(1 2 3)",
        "cron(60 * * * ? *)",
        "every day"
      })
  void an_unknown_expression_is_refused(String text) {
    assertThatThrownBy(() -> ScheduleExpression.of(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
