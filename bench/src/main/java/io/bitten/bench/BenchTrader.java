package io.bitten.bench;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Link;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import io.bitten.core.risk.BookRules;
import io.bitten.core.risk.RiskBook;
import io.bitten.local.platform.Platform;
import io.bitten.local.telegram.Person;
import io.bitten.local.telegram.SimMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A trader of the highest tier with a linked and seen demo account, in a running platform. */
final class BenchTrader {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long LOOK_NANOS = 5_000_000;

  private final Platform platform;
  private final Person person;
  private final SimMessage message;
  private volatile String refusal = "none";

  private BenchTrader(Platform platform) {
    this.platform = platform;
    this.person = platform.telegram().person("Bench");
    platform.telegram().say(person.id(), "/start");
    this.message =
        await(
            () ->
                platform.telegram().messages(person.id()).stream()
                    .filter(SimMessage::fromBot)
                    .findFirst());
  }

  /** Makes one by the chat, as a person would, but for the payment. */
  static BenchTrader join(Platform platform) {
    BenchTrader trader = new BenchTrader(platform);
    trader.tap("I accept the terms and the risk");
    trader.tap("Link a demo account");
    trader.subscribe();
    trader.await(trader::snapshot);
    return trader;
  }

  private void tap(String label) {
    await(
        () ->
            platform.telegram().messages(person.id()).stream()
                .filter(it -> it.keyboard().labelled(label).isPresent())
                .findFirst());
    platform.telegram().tapLabel(person.id(), message.id(), label);
  }

  private void subscribe() {
    Versioned<Trader> linked =
        await(() -> found().filter(it -> it.value().link() instanceof Link.To));
    Subscription apex =
        new Subscription.Active(Tier.APEX, platform.time().instant().plus(Duration.ofDays(30)));
    platform.world().traders().save(linked.with(linked.value().with(apex)));
  }

  private Optional<Versioned<Trader>> found() {
    return platform.world().traders().find(user());
  }

  UserId user() {
    return UserId.ofTelegram(person.id());
  }

  ChatId chat() {
    return new ChatId(person.id());
  }

  /** The number of the bot's first message in the chat. */
  long message() {
    return message.id();
  }

  void say(String text) {
    platform.telegram().say(person.id(), text);
  }

  /** Presses a button of these bytes at the bot's first message, whether it has one or not. */
  void press(String data) {
    platform.telegram().forge(person.id(), message.id(), data);
  }

  Optional<AccountSnapshot> snapshot() {
    return found()
        .flatMap(
            it ->
                it.value().link() instanceof Link.To(var account)
                    ? platform.world().accounts().snapshot(account)
                    : Optional.empty());
  }

  /** The book of a day that has just begun, so that no limit of the day refuses. */
  void openBook() {
    AccountSnapshot seen = await(this::snapshot);
    RiskBook fresh =
        BookRules.open(user(), seen.balance(), seen.equity(), platform.time().instant());
    Versioned<RiskBook> book =
        platform.world().riskBooks().find(user()).orElse(Versioned.fresh(fresh));
    platform.world().riskBooks().save(book.with(fresh));
  }

  /** Why an offer was last refused, for whoever waits for one in vain. */
  void refused(String code) {
    refusal = code;
  }

  /** Looks until it is found; a thing that does not come in 30 s is an error. */
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
        "nothing happened for %d s; last refusal: %s".formatted(PATIENCE.toSeconds(), refusal));
  }
}
