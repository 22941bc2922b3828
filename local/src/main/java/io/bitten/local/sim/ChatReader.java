package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Tier;
import io.bitten.core.account.UserId;
import io.bitten.core.signal.Signal;
import io.bitten.core.signal.SignalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One person who reads a chat, with all that a check needs to know of the past. */
final class ChatReader {
  private final UserId user;
  private final ChatId chat;
  private final AccountId account;
  private final List<Since> tiers = new ArrayList<>();
  private final List<Away> aways = new ArrayList<>();
  private final Set<SignalId> got = new HashSet<>();
  private final Set<SignalId> missed = new HashSet<>();

  private record Since(Tier tier, Instant at) {}

  /** From the moment when the bot was blocked until the platform has handled the return. */
  private record Away(Instant from, Instant until) {}

  ChatReader(long telegramId, AccountId account, Tier tier) {
    this.user = UserId.ofTelegram(telegramId);
    this.chat = new ChatId(telegramId);
    this.account = account;
    tiers.add(new Since(tier, Instant.MIN));
  }

  UserId user() {
    return user;
  }

  ChatId chat() {
    return chat;
  }

  AccountId account() {
    return account;
  }

  /** The platform has stored this tier; answers whether it is another. */
  boolean has(Tier tier, Instant at) {
    boolean other = tiers.getLast().tier() != tier;
    if (other) {
      tiers.add(new Since(tier, at));
    }
    return other;
  }

  void blocks(Instant at) {
    if (aways.isEmpty() || !aways.getLast().until().equals(Instant.MAX)) {
      aways.add(new Away(at, Instant.MAX));
    }
  }

  /** The platform has handled that the person is back. */
  void isBack(Instant at) {
    if (!aways.isEmpty() && aways.getLast().until().equals(Instant.MAX)) {
      aways.add(new Away(aways.removeLast().from(), at));
    }
  }

  boolean awayBetween(Instant from, Instant until) {
    return aways.stream()
        .anyMatch(away -> away.from().isBefore(until) && away.until().isAfter(from));
  }

  /** Whether some tier of the given time lets this be. */
  boolean everBetween(Instant from, Instant until, Predicate<Tier> lets) {
    return between(from, until).stream().anyMatch(lets);
  }

  boolean alwaysBetween(Instant from, Instant until, Predicate<Tier> lets) {
    return between(from, until).stream().allMatch(lets);
  }

  private List<Tier> between(Instant from, Instant until) {
    List<Tier> found = new ArrayList<>();
    for (int i = 0; i < tiers.size(); i++) {
      boolean over = i + 1 < tiers.size() && !tiers.get(i + 1).at().isAfter(from);
      if (!over && !tiers.get(i).at().isAfter(until)) {
        found.add(tiers.get(i).tier());
      }
    }
    return found;
  }

  void got(Signal signal) {
    got.add(signal.id());
  }

  /** The sender gave the alert up because the signal had expired. */
  void missed(SignalId signal) {
    missed.add(signal);
  }

  boolean hasGot(Signal signal) {
    return got.contains(signal.id());
  }

  boolean hasMissed(Signal signal) {
    return missed.contains(signal.id());
  }
}
