package io.bitten.core.chat;

import io.bitten.core.account.Tier;

/** Every command the bot knows, in the order /help lists them. */
public enum CommandName {
  START("start", "Begin, or go on where you stopped", "/start", Tier.PRESS_PASS),
  HELP("help", "What you can do here", "/help", Tier.PRESS_PASS),
  STATUS("status", "What works right now, and how fresh it is", "/status", Tier.PRESS_PASS),
  ME("me", "Your tier, limits and account", "/me", Tier.PRESS_PASS),
  SIGNALS("signals", "All live signals with their odds", "/signals", Tier.FANG),
  FIRE("fire", "Live signals to fire, or one by its id", "/fire SIG_20240101_001", Tier.PRESS_PASS),
  POSITIONS("positions", "Your open positions", "/positions", Tier.PRESS_PASS),
  BALANCE("balance", "Balance, equity and free margin", "/balance", Tier.PRESS_PASS),
  HISTORY("history", "Your last trades", "/history 10", Tier.PRESS_PASS),
  CLOSE("close", "Close one position", "/close 12345678", Tier.PRESS_PASS),
  CLOSEALL("closeall", "Close all your positions", "/closeall", Tier.PRESS_PASS),
  EMERGENCY_STOP("emergency_stop", "Stop all your new orders", "/emergency_stop", Tier.PRESS_PASS),
  RECOVER("recover", "Lift your emergency stop", "/recover", Tier.PRESS_PASS);

  private final String word;
  private final String about;
  private final String example;
  private final Tier from;

  CommandName(String word, String about, String example, Tier from) {
    this.word = word;
    this.about = about;
    this.example = example;
    this.from = from;
  }

  /** The word after the slash. */
  public String word() {
    return word;
  }

  /** One short line for /help and for Telegram's menu. */
  public String about() {
    return about;
  }

  public String example() {
    return example;
  }

  /** The lowest tier that may use it. */
  public Tier from() {
    return from;
  }

  public boolean allowedTo(Tier tier) {
    return tier.compareTo(from) >= 0;
  }
}
