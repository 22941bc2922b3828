package io.bitten.adapters.dynamodb;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Link;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.account.UserId;
import io.bitten.core.fire.Dossier;
import io.bitten.core.fire.Dossiers;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.FireDossier;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.Offer;
import io.bitten.core.fire.OfferId;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.news.NewsCalendar;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.risk.RiskBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * One batch read: what the trader's id names, and what the account names that was linked when this
 * process last looked. Where another is linked by now, a second read asks for that one.
 */
public final class DynamoDossiers implements Dossiers {
  private static final HaltScope SYSTEM = new HaltScope.Everything();

  /** Links remembered at most; the longest unused is forgotten. */
  private static final int MOST_LINKS = 10_000;

  private final BatchRead batch;
  private final Parts parts;

  /** Only a guess of what to read: what counts is the link in the same answer. */
  private final Map<UserId, AccountId> guesses =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UserId, AccountId> eldest) {
              return size() > MOST_LINKS;
            }
          });

  /** Who knows where each part lies and how it is written. */
  record Parts(
      DynamoTraders traders,
      DynamoHalts halts,
      DynamoAccounts accounts,
      DynamoCalendars calendars,
      DynamoRiskBooks books,
      DynamoOffers offers,
      DynamoOrders orders) {}

  DynamoDossiers(BatchRead batch, Parts parts) {
    this.batch = batch;
    this.parts = parts;
  }

  @Override
  public Dossier of(UserId user) {
    return new Gathered(parts, user, new Named.Nothing(), gather(user, List.of()));
  }

  @Override
  public FireDossier of(FireRequest request) {
    // Side by side with the reads; the number of a fire that is refused is never used.
    FutureTask<Magic> magic = new FutureTask<>(parts.orders()::nextMagic);
    Thread.ofVirtual().name("magic").start(magic);
    Named.ByFire named =
        new Named.ByFire(request.offer(), FireDesk.orderId(request.offer()), magic);
    List<Place> more =
        List.of(parts.offers().place(named.offer()), parts.orders().place(named.order()));
    return new Gathered(parts, request.user(), named, gather(request.user(), more));
  }

  private Map<Place, Item> gather(UserId user, List<Place> more) {
    List<Place> places = new ArrayList<>(more);
    places.add(parts.traders().place(user));
    places.add(parts.halts().place(SYSTEM));
    places.add(parts.halts().place(new HaltScope.OneUser(user)));
    places.add(parts.books().place(user));
    places.add(parts.calendars().place());
    Optional<AccountId> guess = Optional.ofNullable(guesses.get(user));
    guess.map(this::places).ifPresent(places::addAll);
    Map<Place, Item> items = new HashMap<>(batch.at(places));
    Optional<AccountId> linked =
        Optional.ofNullable(items.get(parts.traders().place(user)))
            .map(parts.traders()::read)
            .flatMap(DynamoDossiers::account);
    if (linked.isPresent() && !linked.equals(guess)) {
      items.putAll(batch.at(places(linked.get())));
      guesses.put(user, linked.get());
    }
    return items;
  }

  private List<Place> places(AccountId account) {
    return List.of(
        parts.accounts().place(account),
        parts.accounts().lookPlace(account),
        parts.halts().place(new HaltScope.OneAccount(account)));
  }

  private static Optional<AccountId> account(Versioned<Trader> trader) {
    return trader.value().link() instanceof Link.To(var id) ? Optional.of(id) : Optional.empty();
  }

  /** What a request names besides its trader. */
  private sealed interface Named {
    record Nothing() implements Named {}

    record ByFire(OfferId offer, OrderId order, FutureTask<Magic> magic) implements Named {}
  }

  private record Gathered(Parts parts, UserId user, Named named, Map<Place, Item> items)
      implements FireDossier {
    @Override
    public Optional<Versioned<Trader>> trader() {
      return at(parts.traders().place(user)).map(parts.traders()::read);
    }

    @Override
    public List<Halt> halts() {
      List<Halt> halts = new ArrayList<>();
      halts.add(halt(SYSTEM));
      linked().ifPresent(id -> halts.add(halt(new HaltScope.OneAccount(id))));
      halts.add(halt(new HaltScope.OneUser(user)));
      return halts;
    }

    @Override
    public Optional<TradingAccount> account() {
      return linked().flatMap(id -> at(parts.accounts().place(id))).map(parts.accounts()::read);
    }

    @Override
    public Optional<AccountSnapshot> snapshot() {
      return linked().flatMap(id -> at(parts.accounts().lookPlace(id))).map(parts.accounts()::look);
    }

    @Override
    public Optional<NewsCalendar> calendar() {
      return at(parts.calendars().place()).map(parts.calendars()::read);
    }

    @Override
    public Optional<Versioned<RiskBook>> book() {
      return at(parts.books().place(user)).map(parts.books()::read);
    }

    @Override
    public Optional<Offer> offer() {
      return switch (named) {
        case Named.Nothing nothing -> Optional.empty();
        case Named.ByFire fire -> at(parts.offers().place(fire.offer())).map(parts.offers()::read);
      };
    }

    @Override
    public Optional<Versioned<Order>> order() {
      return switch (named) {
        case Named.Nothing nothing -> Optional.empty();
        case Named.ByFire fire ->
            at(parts.orders().place(fire.order())).flatMap(parts.orders()::read);
      };
    }

    @Override
    public Magic magic() {
      return switch (named) {
        case Named.Nothing nothing ->
            throw new IllegalStateException("only a fire's dossier has a magic");
        case Named.ByFire fire -> minted(fire.magic());
      };
    }

    private static Magic minted(FutureTask<Magic> magic) {
      try {
        return magic.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("no magic could be had", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a magic was minted", e);
      }
    }

    private Halt halt(HaltScope scope) {
      return at(parts.halts().place(scope))
          .map(parts.halts()::read)
          .orElseGet(() -> Halt.never(scope));
    }

    private Optional<AccountId> linked() {
      return trader().flatMap(DynamoDossiers::account);
    }

    private Optional<Item> at(Place place) {
      return Optional.ofNullable(items.get(place));
    }
  }
}
