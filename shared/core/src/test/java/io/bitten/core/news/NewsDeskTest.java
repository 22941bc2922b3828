package io.bitten.core.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.market.Currency;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsDeskTest {
  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final NewsDesk desk = new NewsDesk(memory.world(), Duration.ofHours(1));

  private static NewsEvent event(String title, Instant at) {
    return new NewsEvent(title, new Currency("USD"), Impact.HIGH, at, "", "", "");
  }

  private static Instant in(long minutes) {
    return Some.NOW.plus(Duration.ofMinutes(minutes));
  }

  private List<NewsEvent> kept() {
    return memory.calendars().latest().orElseThrow().events();
  }

  @Test
  void what_the_provider_knows_is_kept_with_the_moment_it_was_read() {
    memory.newsFeed().answer(List.of(event("Later", in(300)), event("Sooner", in(200))));
    desk.step();

    assertThat(memory.calendars().latest().orElseThrow().fetchedAt()).isEqualTo(Some.NOW);
    assertThat(kept()).extracting(NewsEvent::title).containsExactly("Sooner", "Later");
  }

  @Test
  void an_event_that_moves_within_a_day_keeps_its_old_time_too() {
    memory.newsFeed().answer(List.of(event("CPI", in(120)), event("GDP", in(60 * 30))));
    desk.step();
    memory.newsFeed().answer(List.of(event("CPI", in(180)), event("GDP", in(60 * 40))));
    time.advance(Duration.ofMinutes(5));
    desk.step();
    desk.step();

    assertThat(kept()).extracting(NewsEvent::at).containsExactly(in(120), in(180), in(60 * 40));
  }

  @Test
  void the_old_time_is_forgotten_a_day_later() {
    memory.newsFeed().answer(List.of(event("CPI", in(120))));
    desk.step();
    memory.newsFeed().answer(List.of());
    time.advance(Duration.ofHours(27));
    desk.step();

    assertThat(kept()).isEmpty();
  }

  @Test
  void near_high_impact_news_is_told_once_all_of_a_moment_together() {
    memory.newsFeed().answer(List.of(event("CPI m/m", in(61)), event("CPI y/y", in(61))));
    assertThat(desk.step()).isEmpty();
    time.advance(Duration.ofMinutes(5));

    assertThat(desk.step()).hasSize(1);
    assertThat(desk.step()).isEmpty();
    assertThat(memory.events().published())
        .singleElement()
        .isInstanceOfSatisfying(
            Event.NewsAlert.class, alert -> assertThat(alert.news()).hasSize(2));
  }

  @Test
  void a_provider_that_fails_leaves_the_last_good_calendar_and_its_alerts() {
    memory.newsFeed().answer(List.of(event("CPI", in(61))));
    desk.step();
    memory.newsFeed().fail("no answer");
    time.advance(Duration.ofMinutes(5));

    assertThatThrownBy(desk::step).hasMessage("no answer");
    assertThat(memory.calendars().latest().orElseThrow().fetchedAt()).isEqualTo(Some.NOW);
    assertThat(memory.events().published()).hasSize(1);
  }
}
