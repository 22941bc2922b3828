package io.bitten.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.core.Event;
import io.bitten.core.order.OrderState;
import io.bitten.local.Root;
import io.bitten.local.engine.Store;
import io.bitten.local.telegram.Person;
import io.bitten.local.telegram.SimMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Order(2)
class PlatformTest {
  private static final double SPEED = 200_000;

  /** A busy machine gives a function a small part of what the cloud does. */
  static final int PATIENCE = 20;

  @TempDir Path folder;
  private final List<String> errors = new CopyOnWriteArrayList<>();

  @Test
  void the_main_job_runs_on_the_embedded_engines() throws IOException {
    try (Platform platform = Platform.start(plan(new Store.InMemory()))) {
      assertWholeJob(new Demo(platform, line -> {}).walk());
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void the_main_job_runs_on_the_memory_ports() throws IOException {
    try (Platform platform = Platform.start(plan(new Store.MemoryPorts()))) {
      assertWholeJob(new Demo(platform, line -> {}).walk());
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void the_market_does_not_wait_for_a_signal_that_nobody_may_see_and_a_search_for_one_ends()
      throws Exception {
    CountDownLatch candles = new CountDownLatch(2);
    Set<Instant> seen = ConcurrentHashMap.newKeySet();
    try (Platform platform = Platform.start(plan(new Store.MemoryPorts()))) {
      platform.onEvent(
          event -> {
            if (event instanceof Event.SignalGenerated made && seen.add(made.signal().candle())) {
              candles.countDown();
            }
          });

      assertThat(candles.await(3, TimeUnit.MINUTES)).isTrue();
      Person stranger = platform.telegram().person("Nobody's reader");
      Lookout lookout = new Lookout(platform, stranger, Set.of(), Duration.ofSeconds(1));
      assertThatThrownBy(() -> lookout.next("test"))
          .isInstanceOf(MissedHop.class)
          .hasMessageStartingWith("signal_delivered did not happen: the time to search is over");
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void a_restart_finds_the_trader_the_account_and_the_chat_again() throws IOException {
    Person person;
    try (Platform platform = Platform.start(plan(new Store.OnDisk(folder)))) {
      platform.engagement().hold("test");
      Newcomer newcomer = Newcomer.join(platform, new Onlooker(platform.telegram()));
      newcomer.awaitLook();
      person = newcomer.person();
    }

    try (Platform platform = Platform.start(plan(new Store.OnDisk(folder)))) {
      platform.engagement().hold("test");
      platform.telegram().say(person.id(), "/status");
      SimMessage answer =
          platform
              .telegram()
              .awaitMessage(
                  it -> it.fromBot() && it.text().contains("Trading is open"),
                  Duration.ofMinutes(2))
              .orElseThrow();

      assertThat(answer.chatId()).isEqualTo(person.id());
      assertThat(answer.text()).contains("Account ");
      assertThat(platform.telegram().messages(person.id()))
          .anyMatch(it -> it.text().contains("/start"));
    }
    assertThat(errors).isEmpty();
  }

  private void assertWholeJob(Walk walk) {
    assertThat(walk.hops())
        .extracting(Hop::name)
        .containsExactlyInAnyOrder(
            "signal_scored",
            "signal_delivered",
            "fire_tapped",
            "confirm_shown",
            "confirm_tapped",
            "order_placed",
            "farm_received",
            "stop_seen_at_broker",
            "fill_protected",
            "fill_shown",
            "close_tapped",
            "position_closed",
            "close_shown");
    assertThat(walk.order().state()).isInstanceOf(OrderState.Closed.class);
    assertThat(walk.position().stopLoss()).isEqualByComparingTo(walk.signal().stopLoss().value());
    assertThat(walk.ledgerOk()).isTrue();
    assertThat(walk.duplicates()).isZero();
  }

  private PlatformPlan plan(Store store) {
    return new PlatformPlan(
        Root.folder(),
        folder,
        LocalMarket.of("generated"),
        SPEED,
        Duration.ofMillis(500),
        store,
        0,
        Map.of(),
        PATIENCE,
        errors::add);
  }
}
