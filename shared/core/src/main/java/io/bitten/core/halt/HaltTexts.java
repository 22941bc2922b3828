package io.bitten.core.halt;

/** A scope as text, for ids and receipts: {@code system}, {@code account-..}, {@code user-..}. */
public final class HaltTexts {
  private HaltTexts() {}

  public static String of(HaltScope scope) {
    return switch (scope) {
      case HaltScope.Everything s -> "system";
      case HaltScope.OneAccount s -> "account-" + s.account();
      case HaltScope.OneUser s -> "user-" + s.user();
    };
  }
}
