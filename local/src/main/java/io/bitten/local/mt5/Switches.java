package io.bitten.local.mt5;

/** Whether the terminal reaches its server, and whether it may trade by program. */
public record Switches(Line line, Autotrading autotrading) {
  public static final Switches ON = new Switches(Line.CONNECTED, Autotrading.ALLOWED);

  /** TERMINAL_CONNECTED. */
  public enum Line {
    CONNECTED,
    DISCONNECTED
  }

  /** TERMINAL_TRADE_ALLOWED. */
  public enum Autotrading {
    ALLOWED,
    FORBIDDEN
  }

  public boolean connected() {
    return line == Line.CONNECTED;
  }

  public boolean tradeAllowed() {
    return autotrading == Autotrading.ALLOWED;
  }
}
