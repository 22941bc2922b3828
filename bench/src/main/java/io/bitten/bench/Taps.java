package io.bitten.bench;

import io.bitten.core.Event;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Link;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import io.bitten.core.chat.Shown;
import io.bitten.core.chat.Subject;
import io.bitten.core.chat.Tap;
import io.bitten.core.chat.TapTokens;
import io.bitten.core.fire.CloseDesk;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.Offer;
import io.bitten.core.fire.OfferDesk;
import io.bitten.core.fire.Preview;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Quote;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import io.bitten.core.risk.Ask;
import io.bitten.core.risk.BookRules;
import io.bitten.core.risk.Grade;
import io.bitten.core.risk.Idea;
import io.bitten.core.risk.RiskBook;
import io.bitten.local.platform.Platform;
import io.bitten.local.telegram.Person;
import io.bitten.local.telegram.SimMessage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Confirms one small trade after another in a running platform and times each way to the farm. The
 * trader's book is opened anew before each tap: the way is measured, not the limits.
 */
final class Taps {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The door hears one person thirty times a minute, by the platform's clock. */
  private static final Duration BETWEEN_TAPS = Duration.ofMillis(2_200);

  private static final long LOOK_NANOS = 5_000_000;
  private static final BigDecimal STOP = new BigDecimal("0.00300");

  private final Platform platform;
  private final Symbol symbol;
  private final OfferDesk offers;
  private final CloseDesk closes;
  private volatile long placedNanos;
  private volatile String refusal = "";
  private volatile boolean executed;
  private volatile String unoffered = "";
  private Person person;
  private SimMessage message;

  Taps(Platform platform, Symbol symbol) {
    this.platform = platform;
    this.symbol = symbol;
    this.offers = new OfferDesk(platform.world(), platform.settings().rules());
    this.closes = new CloseDesk(platform.world());
    platform.onEvent(this::heard);
  }

  /** The same prepared trader's taps on another pair. */
  Taps on(Symbol other) {
    Taps taps = new Taps(platform, other);
    taps.person = person;
    taps.message = message;
    return taps;
  }

  private void heard(Event event) {
    if (event instanceof Event.OrderPlaced) {
      placedNanos = System.nanoTime();
    } else if (event instanceof Event.TradeExecuted) {
      executed = true;
    } else if (event instanceof Event.FireRefused refused) {
      refusal = refused.code();
    }
  }

  /** A trader of the highest tier with a linked and seen demo account. */
  void prepare() {
    person = platform.telegram().person("Bench");
    platform.telegram().say(person.id(), "/start");
    message =
        await(
            () ->
                platform.telegram().messages(person.id()).stream()
                    .filter(SimMessage::fromBot)
                    .findFirst());
    tap("I accept the terms and the risk");
    tap("Link a demo account");
    Versioned<Trader> trader =
        await(
            () ->
                platform
                    .world()
                    .traders()
                    .find(user())
                    .filter(it -> it.value().link() instanceof Link.To));
    platform
        .world()
        .traders()
        .save(
            trader.with(
                trader
                    .value()
                    .with(
                        new Subscription.Active(
                            Tier.APEX, platform.time().instant().plus(Duration.ofDays(30))))));
    await(this::snapshot);
  }

  private void tap(String label) {
    await(
        () ->
            platform.telegram().messages(person.id()).stream()
                .filter(it -> it.keyboard().labelled(label).isPresent())
                .findFirst());
    platform.telegram().tapLabel(person.id(), message.id(), label);
  }

  /**
   * One tap from the finger to the first byte at the farm, and then out of the trade again; empty
   * when a risk rule refused, as on a loaded machine whose price is too old.
   *
   * @param rest before the tap: what the trade before still has to tell is not measured
   */
  Optional<TapLap> lap(Duration rest) {
    platform.replay().advance(BETWEEN_TAPS);
    Offer offer = await(this::offerOnAFreshBook);
    String data =
        new TapTokens(platform.settings().chat().tapSecret())
            .write(new Tap.Confirm(offer.id(), offer.expiresAt()), user());
    LockSupport.parkNanos(rest.toNanos());
    refusal = "";
    executed = false;
    long tapped = System.nanoTime();
    platform.telegram().forge(person.id(), message.id(), data);
    // Nothing is read from the store while the time runs: that would be measured too.
    await(() -> executed || !refusal.isEmpty() ? Optional.of(offer) : Optional.empty());
    if (!refusal.isEmpty()) {
      return Optional.empty();
    }
    Order filled = await(() -> order(offer, OrderState.Protected.class));
    long arrived =
        platform.simulators().farm().arrivals().all().stream()
            .filter(it -> it.magic() == filled.magic().value())
            .findFirst()
            .orElseThrow()
            .nanoTime();
    TapLap lap = new TapLap(tapped, placedNanos, arrived);
    CloseDesk.fill(filled)
        .ifPresent(
            fill ->
                closes.close(
                    user(), fill.ticket(), ExitReason.TRADER, "bench-" + offer.id().value()));
    await(() -> order(offer, OrderState.Closed.class));
    return Optional.of(lap);
  }

  /** The trade before may still be settling, and then its write to the book wins. */
  private Optional<Offer> offerOnAFreshBook() {
    openBook();
    return offer();
  }

  Optional<Offer> offer() {
    return switch (offers.onIdea(user(), idea())) {
      case Preview.Ready ready -> Optional.of(shown(ready.offer()));
      case Preview.Refused refused -> {
        unoffered = refused.refusal().code();
        yield Optional.empty();
      }
    };
  }

  /** As the chat desk does when it shows the confirmation in the signal's message. */
  private Offer shown(Offer offer) {
    ChatId chat = new ChatId(person.id());
    Subject order = new Subject.OfOrder(FireDesk.orderId(offer.id()));
    platform.world().shownCards().keep(new Shown(chat, order, message.id(), -1, offer.shownAt()));
    return offer;
  }

  private Idea idea() {
    Quote quote = await(this::snapshot).quotes().get(symbol);
    Price ask = quote.ask();
    return new Idea(
        new Origin.OfTrader(),
        symbol,
        Direction.BUY,
        Level.at(ask.plus(STOP.negate())),
        Level.at(ask.plus(STOP)),
        new Ask.Exactly(Lots.of("0.01")),
        new Grade.Unscored());
  }

  void openBook() {
    AccountSnapshot seen = await(this::snapshot);
    RiskBook fresh =
        BookRules.open(user(), seen.balance(), seen.equity(), platform.time().instant());
    Versioned<RiskBook> book =
        platform.world().riskBooks().find(user()).orElse(Versioned.fresh(fresh));
    platform.world().riskBooks().save(book.with(fresh));
  }

  Optional<AccountSnapshot> snapshot() {
    return platform
        .world()
        .traders()
        .find(user())
        .flatMap(
            it ->
                it.value().link() instanceof Link.To(var account)
                    ? platform.world().accounts().snapshot(account)
                    : Optional.empty());
  }

  private Optional<Order> order(Offer offer, Class<? extends OrderState> state) {
    return platform.world().orders().of(user(), "", 1).items().stream()
        .filter(it -> it.correlation().equals(offer.correlation()))
        .filter(it -> state.isInstance(it.state()))
        .findFirst();
  }

  void say(String text) {
    platform.telegram().say(person.id(), text);
  }

  UserId user() {
    return UserId.ofTelegram(person.id());
  }

  <T> T await(Supplier<Optional<T>> found) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> now = found.get();
      if (now.isPresent()) {
        return now.get();
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    throw new IllegalStateException(
        "nothing happened for %d s; last refusal: %s"
            .formatted(PATIENCE.toSeconds(), unoffered.isEmpty() ? "none" : unoffered));
  }
}
