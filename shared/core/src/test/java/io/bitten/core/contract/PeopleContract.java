package io.bitten.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Page;
import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountMode;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.account.UserId;
import io.bitten.core.market.Currency;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Traders, their risk books and their accounts. */
public abstract class PeopleContract extends PortContract {

  @Test
  void a_trader_is_created_once_and_changed_by_version() {
    Trader anna = Some.trader();

    assertThat(world.traders().find(anna.id())).isEmpty();
    assertThat(world.traders().save(Versioned.fresh(anna))).isEqualTo(Written.STORED);
    assertThat(world.traders().save(Versioned.fresh(anna))).isEqualTo(Written.STALE);
    assertThat(world.traders().find(anna.id())).contains(new Versioned<>(anna, 1));

    assertThat(world.traders().save(new Versioned<>(anna, 1))).isEqualTo(Written.STORED);
    assertThat(world.traders().save(new Versioned<>(anna, 1))).isEqualTo(Written.STALE);
    assertThat(world.traders().save(new Versioned<>(anna, 7))).isEqualTo(Written.STALE);
    assertThat(world.traders().find(anna.id()).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void of_many_who_create_one_trader_at_once_one_wins() {
    List<Written> answers = atOnce(32, () -> world.traders().save(Versioned.fresh(Some.trader())));

    assertThat(Collections.frequency(answers, Written.STORED)).isEqualTo(1);
  }

  @Test
  void pages_show_every_trader_once_in_the_same_order() {
    for (long id = 1; id <= 40; id++) {
      world.traders().save(Versioned.fresh(Some.trader(id)));
    }
    world.riskBooks().save(Versioned.fresh(Some.riskBook()));

    List<UserId> inSevens = ids(7);

    assertThat(inSevens).hasSize(40).doesNotHaveDuplicates();
    assertThat(ids(40)).isEqualTo(inSevens);
    assertThat(ids(1)).isEqualTo(inSevens);
    assertThat(world.traders().page("", 40).more()).isFalse();
    assertThat(world.traders().page("", 39).more()).isTrue();
  }

  @Test
  void nobody_is_an_empty_page() {
    assertThat(world.traders().page("", 10)).isEqualTo(Page.last(List.of()));
  }

  @Test
  void a_risk_book_is_changed_by_version() {
    assertThat(world.riskBooks().find(Some.USER)).isEmpty();
    assertThat(world.riskBooks().save(Versioned.fresh(Some.riskBook()))).isEqualTo(Written.STORED);
    assertThat(world.riskBooks().save(Versioned.fresh(Some.riskBook()))).isEqualTo(Written.STALE);
    assertThat(world.riskBooks().save(new Versioned<>(Some.riskBook(), 1)))
        .isEqualTo(Written.STORED);
    assertThat(world.riskBooks().find(Some.USER)).contains(new Versioned<>(Some.riskBook(), 2));
  }

  @Test
  void an_account_belongs_to_whoever_claimed_it_first() {
    TradingAccount other =
        new TradingAccount(
            Some.ACCOUNT, new UserId("thief"), AccountMode.LIVE, new Currency("EUR"), "broker2");

    assertThat(world.accounts().find(Some.ACCOUNT)).isEmpty();
    assertThat(world.accounts().claim(Some.account())).isEqualTo(Written.STORED);
    assertThat(world.accounts().claim(other)).isEqualTo(Written.STALE);
    assertThat(world.accounts().find(Some.ACCOUNT)).contains(Some.account());
  }

  @Test
  void the_owner_may_claim_again_and_change_what_is_known() {
    world.accounts().claim(Some.account());
    TradingAccount moved =
        new TradingAccount(
            Some.ACCOUNT, Some.USER, AccountMode.DEMO, new Currency("USD"), "broker2");

    assertThat(world.accounts().claim(moved)).isEqualTo(Written.STORED);
    assertThat(world.accounts().find(Some.ACCOUNT)).contains(moved);
  }

  @Test
  void an_older_look_never_replaces_a_newer_one() {
    AccountSnapshot older = Some.snapshot(Some.NOW.minusNanos(1_000));
    AccountSnapshot newer = Some.snapshot(Some.NOW.plusNanos(1_000));

    world.accounts().keep(Some.snapshot());
    world.accounts().keep(older);
    assertThat(world.accounts().snapshot(Some.ACCOUNT)).contains(Some.snapshot());

    world.accounts().keep(newer);
    world.accounts().keep(Some.snapshot());
    assertThat(world.accounts().snapshot(Some.ACCOUNT)).contains(newer);
  }

  @Test
  void looks_kept_at_once_leave_the_newest() {
    List<AccountSnapshot> looks = new ArrayList<>();
    for (int second = 0; second < 30; second++) {
      looks.add(Some.snapshot(Some.NOW.plusSeconds(second)));
    }
    Collections.shuffle(looks, new Random(7));

    looks.parallelStream().forEach(world.accounts()::keep);

    assertThat(world.accounts().snapshot(Some.ACCOUNT).orElseThrow().at())
        .isEqualTo(Some.NOW.plusSeconds(29));
  }

  private List<UserId> ids(int limit) {
    List<UserId> ids = new ArrayList<>();
    Page<Trader> page = world.traders().page("", limit);
    for (int pages = 0; pages < 100; pages++) {
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      page.items().forEach(trader -> ids.add(trader.id()));
      if (!page.more()) {
        return ids;
      }
      page = world.traders().page(page.next(), limit);
    }
    throw new AssertionError("pages without end");
  }
}
