package io.bitten.core.billing;

import static io.bitten.core.billing.SomeBills.failed;
import static io.bitten.core.billing.SomeBills.holds;
import static io.bitten.core.billing.SomeBills.stands;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Event;
import io.bitten.core.Some;
import io.bitten.core.SomeRules;
import io.bitten.core.Versioned;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BillingDeskTest {
  private static final Subscription NOTHING = new Subscription.Ended(Tier.PRESS_PASS);

  private final ManualTime time = new ManualTime(Some.NOW);
  private final MemoryWorld memory = MemoryWorld.on(time);
  private final BillingDesk desk = new BillingDesk(memory.world(), SomeRules.rulebook());

  @Test
  void what_comes_before_its_person_waits_and_counts_with_the_link() {
    start(NOTHING);
    desk.take(stands(5, BillStatus.ACTIVE));
    assertThat(subscription()).isEqualTo(NOTHING);

    desk.take(holds(1));
    assertThat(subscription().tier()).isEqualTo(Tier.FANG);
    assertThat(subscription().opensAt(Some.NOW)).isTrue();
  }

  @Test
  void a_person_who_has_never_written_has_it_from_the_first_acceptance_on() {
    desk.take(holds(1));
    desk.take(stands(5, BillStatus.ACTIVE));
    start(NOTHING);

    assertThat(desk.pass(Some.USER).value().tier()).isEqualTo(Tier.FANG);
    assertThat(subscription().tier()).isEqualTo(Tier.FANG);
  }

  @Test
  void what_ends_leaves_the_rest_of_the_press_pass() {
    start(NOTHING);
    Subscription pass = desk.pass(Some.USER).value().subscription();
    desk.take(holds(1));
    desk.take(stands(5, BillStatus.ACTIVE));
    desk.take(stands(9, BillStatus.CANCELED));

    assertThat(subscription())
        .isEqualTo(pass)
        .isEqualTo(
            new Subscription.Active(
                Tier.PRESS_PASS, Some.NOW.plus(SomeRules.rulebook().billing().pressPass())));
  }

  @Test
  void the_press_pass_begins_once() {
    start(NOTHING);
    Subscription first = desk.pass(Some.USER).value().subscription();
    time.set(Some.NOW.plusSeconds(3_600));

    assertThat(desk.pass(Some.USER).value().subscription()).isEqualTo(first);
  }

  @Test
  void an_upgrade_is_told_once_and_nothing_else_is() {
    start(NOTHING);
    desk.take(holds(1));
    desk.take(stands(5, BillStatus.ACTIVE));
    desk.take(stands(5, BillStatus.ACTIVE));
    desk.take(failed(6));
    desk.take(stands(6, BillStatus.PAST_DUE));
    desk.take(stands(7, BillStatus.ACTIVE, Tier.NIBBLER));
    assertThat(upgrades()).containsExactly("PRESS_PASS FANG");

    desk.take(stands(8, BillStatus.ACTIVE, Tier.APEX));
    assertThat(upgrades()).containsExactly("PRESS_PASS FANG", "NIBBLER APEX");
  }

  @Test
  void an_end_between_telling_and_storing_is_made_good_under_the_same_name() {
    start(NOTHING);
    desk.take(holds(1));
    desk.take(stands(5, BillStatus.ACTIVE));
    Trader before = trader().value().with(NOTHING);
    memory.traders().save(trader().with(before));
    desk.take(stands(5, BillStatus.ACTIVE));

    assertThat(subscription().tier()).isEqualTo(Tier.FANG);
    assertThat(memory.events().published().stream().map(event -> event.header().id()).distinct())
        .hasSize(1);
  }

  private void start(Subscription subscription) {
    memory.traders().save(Versioned.fresh(Some.trader().with(subscription)));
  }

  private Versioned<Trader> trader() {
    return memory.traders().find(Some.USER).orElseThrow();
  }

  private Subscription subscription() {
    return trader().value().subscription();
  }

  private List<String> upgrades() {
    return memory.events().published().stream()
        .map(Event.UserUpgraded.class::cast)
        .map(event -> event.fromTier() + " " + event.toTier())
        .toList();
  }
}
