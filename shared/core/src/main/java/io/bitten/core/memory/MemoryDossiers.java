package io.bitten.core.memory;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Accounts;
import io.bitten.core.account.Link;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Trader;
import io.bitten.core.account.Traders;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.account.UserId;
import io.bitten.core.fire.Dossier;
import io.bitten.core.fire.Dossiers;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.FireDossier;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.Offer;
import io.bitten.core.fire.Offers;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.Halts;
import io.bitten.core.news.Calendars;
import io.bitten.core.news.NewsCalendar;
import io.bitten.core.order.Order;
import io.bitten.core.order.Orders;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskBooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks other ports for each part when it is wanted. */
public record MemoryDossiers(
    Traders traders,
    Halts halts,
    Accounts accounts,
    Calendars calendars,
    RiskBooks riskBooks,
    Offers offers,
    Orders orders)
    implements Dossiers {

  @Override
  public Dossier of(UserId user) {
    return new Asked(this, user);
  }

  @Override
  public FireDossier of(FireRequest request) {
    return new AskedByFire(request, new Asked(this, request.user()));
  }

  private record Asked(MemoryDossiers ports, UserId user) implements Dossier {
    @Override
    public Optional<Versioned<Trader>> trader() {
      return ports.traders().find(user);
    }

    @Override
    public List<Halt> halts() {
      List<Halt> read = new ArrayList<>();
      read.add(ports.halts().read(new HaltScope.Everything()));
      linked().ifPresent(id -> read.add(ports.halts().read(new HaltScope.OneAccount(id))));
      read.add(ports.halts().read(new HaltScope.OneUser(user)));
      return read;
    }

    @Override
    public Optional<TradingAccount> account() {
      return linked().flatMap(ports.accounts()::find);
    }

    @Override
    public Optional<AccountSnapshot> snapshot() {
      return linked().flatMap(ports.accounts()::snapshot);
    }

    @Override
    public Optional<NewsCalendar> calendar() {
      return ports.calendars().latest();
    }

    @Override
    public Optional<Versioned<RiskBook>> book() {
      return ports.riskBooks().find(user);
    }

    private Optional<AccountId> linked() {
      return trader()
          .flatMap(
              it ->
                  it.value().link() instanceof Link.To(var id)
                      ? Optional.of(id)
                      : Optional.empty());
    }
  }

  private record AskedByFire(FireRequest request, Asked asked) implements FireDossier {
    @Override
    public Optional<Offer> offer() {
      return asked.ports().offers().find(request.offer());
    }

    @Override
    public Optional<Versioned<Order>> order() {
      return asked.ports().orders().find(FireDesk.orderId(request.offer()));
    }

    @Override
    public Magic magic() {
      return asked.ports().orders().nextMagic();
    }

    @Override
    public Optional<Versioned<Trader>> trader() {
      return asked.trader();
    }

    @Override
    public List<Halt> halts() {
      return asked.halts();
    }

    @Override
    public Optional<TradingAccount> account() {
      return asked.account();
    }

    @Override
    public Optional<AccountSnapshot> snapshot() {
      return asked.snapshot();
    }

    @Override
    public Optional<NewsCalendar> calendar() {
      return asked.calendar();
    }

    @Override
    public Optional<Versioned<RiskBook>> book() {
      return asked.book();
    }
  }
}
