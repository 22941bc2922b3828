package io.bitten.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Link;
import io.bitten.core.account.Magic;
import io.bitten.core.account.UserId;
import io.bitten.core.fire.Dossier;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.FireDossier;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.OfferId;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A dossier shows what the other ports have stored. */
public abstract class DossierContract extends PortContract {
  private static final FireRequest FIRE = new FireRequest(Some.OFFER, Some.USER, "tap-1", 77);

  @Test
  void of_nobody_there_is_nothing_but_halts_that_never_were() {
    FireDossier empty = world.dossiers().of(FIRE);

    assertThat(empty.trader()).isEmpty();
    assertThat(empty.account()).isEmpty();
    assertThat(empty.snapshot()).isEmpty();
    assertThat(empty.calendar()).isEmpty();
    assertThat(empty.book()).isEmpty();
    assertThat(empty.offer()).isEmpty();
    assertThat(empty.order()).isEmpty();
    assertThat(empty.halts())
        .containsExactly(
            Halt.never(new HaltScope.Everything()), Halt.never(new HaltScope.OneUser(Some.USER)));
  }

  @Test
  void a_forbidden_order_is_none() {
    world.orders().forbid(FireDesk.orderId(Some.OFFER));

    assertThat(world.dossiers().of(FIRE).order()).isEmpty();
  }

  @Test
  void it_shows_what_is_stored_of_the_trader_and_the_linked_account() {
    Halt halted = halt(new HaltScope.OneAccount(Some.ACCOUNT));
    world.traders().save(Versioned.fresh(Some.trader()));
    world.accounts().claim(Some.account());
    world.accounts().keep(Some.snapshot());
    world.calendars().keep(Some.calendar());
    world.riskBooks().save(Versioned.fresh(Some.riskBook()));
    world.halts().write(halted);
    world.offers().keep(Some.offer());

    Dossier dossier = world.dossiers().of(Some.USER);

    assertThat(dossier.trader()).contains(new Versioned<>(Some.trader(), 1));
    assertThat(dossier.account()).contains(Some.account());
    assertThat(dossier.snapshot()).contains(Some.snapshot());
    assertThat(dossier.calendar()).contains(Some.calendar());
    assertThat(dossier.book()).contains(new Versioned<>(Some.riskBook(), 1));
    assertThat(dossier.halts())
        .containsExactly(
            Halt.never(new HaltScope.Everything()),
            halted,
            Halt.never(new HaltScope.OneUser(Some.USER)));
    assertThat(world.dossiers().of(FIRE).offer()).contains(Some.offer());
  }

  @Test
  void the_order_of_the_confirmed_offer_is_shown_and_no_other() {
    world.offers().keep(Some.offer());
    world
        .orders()
        .place(Some.order(FireDesk.orderId(Some.OFFER)), Versioned.fresh(Some.riskBook()));

    assertThat(world.dossiers().of(FIRE).order())
        .contains(new Versioned<>(Some.order(FireDesk.orderId(Some.OFFER)), 1));
    FireRequest other = new FireRequest(new OfferId("ANOTHEROFFERAAAA"), Some.USER, "tap-2", 77);
    assertThat(world.dossiers().of(other).order()).isEmpty();
  }

  @Test
  void another_traders_account_is_not_in_it() {
    world.accounts().claim(Some.account());
    world.accounts().keep(Some.snapshot());
    world.traders().save(Versioned.fresh(Some.trader(8).with(new Link.None())));

    Dossier dossier = world.dossiers().of(UserId.ofTelegram(8));

    assertThat(dossier.trader()).isPresent();
    assertThat(dossier.account()).isEmpty();
    assertThat(dossier.snapshot()).isEmpty();
    assertThat(dossier.halts()).hasSize(2);
  }

  @Test
  void each_fires_dossier_has_a_magic_that_nobody_else_gets() {
    Set<Magic> magics = new HashSet<>(atOnce(50, () -> world.dossiers().of(FIRE).magic()));
    magics.add(world.orders().nextMagic());

    assertThat(magics).hasSize(51).allMatch(Magic::isOurs);
  }

  @Test
  void an_account_that_is_linked_anew_is_the_one_that_is_shown() {
    AccountId other = AccountId.of(500_999, "Demo-Server");
    Halt halted = halt(new HaltScope.OneAccount(other));
    world.halts().write(halted);
    world.accounts().claim(Some.account());
    world.traders().save(Versioned.fresh(Some.trader()));
    assertThat(world.dossiers().of(Some.USER).account()).contains(Some.account());

    world.traders().save(new Versioned<>(Some.trader().with(new Link.To(other)), 1));
    Dossier relinked = world.dossiers().of(Some.USER);
    assertThat(relinked.account()).isEmpty();
    assertThat(relinked.halts()).contains(halted);

    world.traders().save(new Versioned<>(Some.trader().with(new Link.None()), 2));
    assertThat(world.dossiers().of(Some.USER).halts()).hasSize(2);

    world.traders().save(new Versioned<>(Some.trader(), 3));
    assertThat(world.dossiers().of(Some.USER).account()).contains(Some.account());
  }

  private static Halt halt(HaltScope scope) {
    return new Halt.Active(scope, 1, "admin", "a test", Some.NOW);
  }
}
