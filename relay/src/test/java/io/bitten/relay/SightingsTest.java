package io.bitten.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Some;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.fill.Report;
import io.bitten.core.memory.MemoryReports;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SightingsTest {
  private static final AccountSnapshot FIRST = Some.snapshot();
  private static final AccountSnapshot LATER = at(FIRST.account(), 1);
  private static final AccountSnapshot OTHER = at(new AccountId("500124@Demo-Server"), 0);

  private final MemoryReports real = new MemoryReports();
  private final CutReports reports = new CutReports(real);
  private final Sightings sightings = new Sightings(reports);

  @Test
  void the_newest_look_at_each_account_is_told_once() {
    sightings.saw(FIRST);
    sightings.saw(OTHER);
    sightings.saw(LATER);

    sightings.tell();
    sightings.tell();

    assertThat(real.sent())
        .containsExactly(new Report.AccountSeen(LATER), new Report.AccountSeen(OTHER));
  }

  @Test
  void what_could_not_be_told_gives_way_to_the_next_look() {
    sightings.saw(FIRST);
    sightings.saw(OTHER);
    reports.cut(true);
    assertThatThrownBy(sightings::tell).isInstanceOf(IllegalStateException.class);

    reports.cut(false);
    sightings.tell();
    sightings.saw(LATER);
    sightings.tell();

    assertThat(real.sent()).containsExactly(new Report.AccountSeen(LATER));
  }

  @Test
  void an_account_that_another_relay_tells_of_is_forgotten() {
    sightings.saw(FIRST);

    sightings.forget(FIRST.account());
    sightings.tell();

    assertThat(real.sent()).isEmpty();
  }

  private static AccountSnapshot at(AccountId account, int seconds) {
    return new AccountSnapshot(
        account,
        FIRST.at().plus(Duration.ofSeconds(seconds)),
        FIRST.balance(),
        FIRST.equity(),
        FIRST.margin(),
        FIRST.freeMargin(),
        FIRST.positions(),
        FIRST.quotes(),
        FIRST.specs());
  }
}
