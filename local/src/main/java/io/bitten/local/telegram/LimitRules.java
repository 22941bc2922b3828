package io.bitten.local.telegram;

/**
 * How fast a bot may send and edit. Telegram's FAQ names the rates and no bursts; the burst in one
 * chat is this simulator's.
 *
 * @param chatBurst messages at once in one chat
 * @param chatPerSecond then, in one chat
 * @param overallPerSecond in all chats together
 * @param groupPerMinute in any 60 s, in one group
 */
public record LimitRules(
    int chatBurst, double chatPerSecond, int overallPerSecond, int groupPerMinute) {
  /** 1 a second in a chat (3 at once), 30 a second in all, 20 a minute in a group. */
  public static final LimitRules TELEGRAM = new LimitRules(3, 1, 30, 20);

  public LimitRules {
    if (chatBurst < 1 || chatPerSecond <= 0 || overallPerSecond < 1 || groupPerMinute < 1) {
      throw new IllegalArgumentException("a limit lets something through");
    }
  }
}
