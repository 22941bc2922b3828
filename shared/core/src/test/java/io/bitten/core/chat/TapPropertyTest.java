package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.signal.SignalClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done with the buttons, an offer is fired at most once and by its own trader. */
class TapPropertyTest {
  private static final int SEEDS = 300;
  private static final List<String> LABELS =
      List.of("FIRE EURUSD BUY", "Confirm", "Cancel", "Details", "Back", "Skip");

  @Test
  void any_order_repetition_delay_or_theft_of_taps_fires_an_offer_at_most_once_for_its_owner() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Story story = new Story(seed);
      List<FireRequest> requests = story.play();
      Map<String, Integer> perOffer = new HashMap<>();
      for (FireRequest request : requests) {
        perOffer.merge(request.offer().value(), 1, Integer::sum);
        assertThat(story.anna.memory.offers().find(request.offer()).orElseThrow().user())
            .as("seed %d", seed)
            .isEqualTo(request.user());
      }
      assertThat(perOffer.values()).as("seed %d", seed).allMatch(count -> count == 1);
      assertThat(story.anna.memory.orders().of(Some.USER, "", 100).items().size())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(perOffer.size());
    }
  }

  @Test
  void the_stories_do_fire_and_do_meet_refusals() {
    int fired = 0;
    int placed = 0;
    int refused = 0;
    for (int seed = 0; seed < 50; seed++) {
      Story story = new Story(seed);
      fired += story.play().size();
      placed += story.anna.memory.orders().of(Some.USER, "", 100).items().size();
      refused += story.refused;
    }
    assertThat(fired).isPositive();
    assertThat(placed).as("the fire desk has them all").isPositive();
    assertThat(refused).isPositive();
  }

  /** One seed's taps: of the owner, stolen, doubled, late, out of order. */
  private static final class Story {
    private final Random random;
    private final Conversation anna = new Conversation(7001, "Anna");
    private final List<Incoming.Tapped> held = new ArrayList<>();
    private final List<FireRequest> requests = new ArrayList<>();
    private int refused;
    private long foreignUpdates = 5_000;

    Story(int seed) {
      this.random = new Random(seed);
      anna.say("/start");
      anna.tap("I accept the terms and the risk");
      anna.tap("Link a demo account");
      anna.memory.calendars().keep(Some.calendar());
      anna.passes(Duration.ofSeconds(1));
      anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    }

    List<FireRequest> play() {
      for (int step = 0; step < 40; step++) {
        switch (random.nextInt(6)) {
          case 0, 1 -> hold();
          case 2 -> letGo();
          case 3 -> repeat();
          case 4 -> steal();
          default -> anna.passes(Duration.ofSeconds(random.nextInt(12)));
        }
      }
      Collections.shuffle(held, random);
      held.forEach(this::arrive);
      return requests;
    }

    private void hold() {
      String label = LABELS.get(random.nextInt(LABELS.size()));
      if (anna.shows(label)) {
        held.add(anna.tapped(label));
        if (random.nextBoolean()) {
          letGo();
        }
      }
    }

    private void letGo() {
      if (!held.isEmpty()) {
        arrive(held.get(random.nextInt(held.size())));
      }
    }

    private void repeat() {
      if (!held.isEmpty()) {
        Incoming.Tapped one = held.get(random.nextInt(held.size()));
        arrive(
            new Incoming.Tapped(
                ++foreignUpdates, one.chat(), one.user(), one.name(), one.messageId(), one.data()));
      }
    }

    private void steal() {
      if (!held.isEmpty()) {
        Incoming.Tapped one = held.get(random.nextInt(held.size()));
        arrive(
            new Incoming.Tapped(
                ++foreignUpdates,
                Some.trader(666).chat(),
                Some.trader(666).id(),
                "Mallory",
                one.messageId(),
                one.data()));
      }
    }

    private void arrive(Incoming.Tapped tapped) {
      switch (anna.throughTheDoor(tapped)) {
        case TapRoute.ToFires fires -> requests.add(fires.request());
        case TapRoute.ToUpdates on -> {}
        case TapRoute.Late late -> refused++;
        case TapRoute.Nowhere nowhere -> refused++;
        case TapRoute.Repeat repeat -> refused++;
      }
      anna.carried();
    }
  }
}
