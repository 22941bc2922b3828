package io.bitten.local.platform;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Link;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import io.bitten.local.telegram.Person;
import java.time.Duration;
import java.util.Optional;

/** A person who has started the bot, accepted the terms and linked a demo account. */
final class Newcomer {
  private final Platform platform;
  private final Onlooker onlooker;
  private final Person person;

  private Newcomer(Platform platform, Onlooker onlooker, Person person) {
    this.platform = platform;
    this.onlooker = onlooker;
    this.person = person;
  }

  /**
   * @throws MissedHop naming what did not appear in the chat
   */
  static Newcomer join(Platform platform, Onlooker onlooker) {
    Person person = platform.telegram().person("Dana Demo");
    Newcomer newcomer = new Newcomer(platform, onlooker, person);
    platform.telegram().say(person.id(), "/start");
    onlooker.tapWhenShown(person, "I accept");
    onlooker.tapWhenShown(person, "Link a demo account");
    onlooker.await("account_linked", newcomer::account);
    return newcomer;
  }

  Person person() {
    return person;
  }

  UserId user() {
    return UserId.ofTelegram(person.id());
  }

  /** A replay jumps hours between two looks of the relay; a person reads the card meanwhile. */
  void awaitLook() {
    Duration fresh = platform.settings().rules().limits().quoteMaxAge();
    onlooker.await(
        "account_seen",
        () ->
            account()
                .flatMap(platform.world().accounts()::snapshot)
                .filter(it -> it.age(platform.time().instant()).compareTo(fresh) < 0));
  }

  private Optional<AccountId> account() {
    return platform.world().traders().find(user()).map(Versioned::value).flatMap(this::linked);
  }

  private Optional<AccountId> linked(Trader trader) {
    return trader.link() instanceof Link.To(var account) ? Optional.of(account) : Optional.empty();
  }
}
