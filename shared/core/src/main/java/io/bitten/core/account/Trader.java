package io.bitten.core.account;

import java.time.Instant;

/**
 * One person.
 *
 * @param telegramId the person's Telegram id, which is also the private chat's
 * @param name what Telegram calls the person; untrusted text
 * @param xp experience points, 0 or more
 */
public record Trader(
    UserId id,
    long telegramId,
    String name,
    Role role,
    Subscription subscription,
    Oath oath,
    Link link,
    int xp,
    Instant createdAt,
    Instant lastActiveAt,
    Reach reach) {

  public Trader {
    if (xp < 0) {
      throw new IllegalArgumentException("xp must not be negative: " + xp);
    }
  }

  public ChatId chat() {
    return new ChatId(telegramId);
  }

  public Tier tier() {
    return subscription.tier();
  }

  public Trader with(Oath taken) {
    return new Trader(
        id, telegramId, name, role, subscription, taken, link, xp, createdAt, lastActiveAt, reach);
  }

  public Trader with(Link linked) {
    return new Trader(
        id, telegramId, name, role, subscription, oath, linked, xp, createdAt, lastActiveAt, reach);
  }

  public Trader with(Subscription changed) {
    return new Trader(
        id, telegramId, name, role, changed, oath, link, xp, createdAt, lastActiveAt, reach);
  }

  public Trader with(Role changed) {
    return new Trader(
        id,
        telegramId,
        name,
        changed,
        subscription,
        oath,
        link,
        xp,
        createdAt,
        lastActiveAt,
        reach);
  }

  public Trader with(Reach changed) {
    return new Trader(
        id, telegramId, name, role, subscription, oath, link, xp, createdAt, lastActiveAt, changed);
  }

  /** The same person, seen again under this name; whoever writes is reachable. */
  public Trader seen(String called, Instant at) {
    return new Trader(
        id, telegramId, called, role, subscription, oath, link, xp, createdAt, at, Reach.REACHABLE);
  }
}
