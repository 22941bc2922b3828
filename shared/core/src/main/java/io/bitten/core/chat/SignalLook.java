package io.bitten.core.chat;

import io.bitten.core.signal.SignalClass;

/** How a class looks wherever a signal is shown. */
public record SignalLook(String icon, String color) {
  public static SignalLook of(SignalClass signalClass) {
    return switch (signalClass) {
      case SNIPER -> new SignalLook("🎯", "#00ff88");
      case PRECISION -> new SignalLook("🔷", "#33aaff");
      case RAPID -> new SignalLook("⚡", "#ffcc00");
      case TRAINING -> new SignalLook("🎓", "#9aa5b1");
    };
  }
}
