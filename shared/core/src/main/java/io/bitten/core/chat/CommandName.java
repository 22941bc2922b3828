package io.bitten.core.chat;

import io.bitten.core.account.Role;
import io.bitten.core.account.Tier;

/** Every command the bot knows, in the order /help lists them. */
public enum CommandName {
  START("start", "Begin, or go on where you stopped", "/start", Access.all()),
  HELP("help", "What you can do here", "/help", Access.all()),
  STATUS("status", "What works right now, and how fresh it is", "/status", Access.all()),
  ME("me", "Your tier, limits and account", "/me", Access.all()),
  SIGNALS("signals", "All live signals with their odds", "/signals", new Access.Tiers(Tier.FANG)),
  FIRE("fire", "Live signals to fire, or one by its id", "/fire SIG_20240101_001", Access.all()),
  POSITIONS("positions", "Your open positions", "/positions", Access.all()),
  BALANCE("balance", "Balance, equity and free margin", "/balance", Access.all()),
  HISTORY("history", "Your last trades", "/history 10", Access.all()),
  CLOSE("close", "Close one position", "/close 12345678", Access.all()),
  CLOSEALL("closeall", "Close all your positions", "/closeall", Access.all()),
  EMERGENCY_STOP(
      "emergency_stop", "Stop all your new orders", "/emergency_stop bad news", Access.all()),
  PANIC("panic", "Stop your new orders and close all your positions", "/panic", Access.all()),
  RECOVER(
      "recover",
      "Lift an emergency stop, with a reason",
      "/recover the news is over",
      Access.all()),
  HALT_ALL(
      "halt_all",
      "Stop everybody's new orders; with close, close everything",
      "/halt_all close the broker is down",
      new Access.Administrators()),
  HALT_ACCOUNT(
      "halt_account",
      "Stop one account's new orders; with close, close its positions",
      "/halt_account 500123@Demo-Server close strange position",
      new Access.Administrators());

  private final String word;
  private final String about;
  private final String example;
  private final Access access;

  CommandName(String word, String about, String example, Access access) {
    this.word = word;
    this.about = about;
    this.example = example;
    this.access = access;
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

  /** Who may use it. */
  public Access access() {
    return access;
  }

  public boolean allowedTo(Tier tier, Role role) {
    return access.allows(tier, role);
  }
}
