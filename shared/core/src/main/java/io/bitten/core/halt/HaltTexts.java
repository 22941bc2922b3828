package io.bitten.core.halt;

import io.bitten.core.account.AccountId;
import java.util.Optional;

/** A scope as text, for ids and receipts: {@code system}, {@code account-..}, {@code user-..}. */
public final class HaltTexts {
  private static final String ACCOUNT = "account-";

  private HaltTexts() {}

  /** The account scope that a text of {@link #of} names; empty for any other text. */
  public static Optional<HaltScope> account(String text) {
    return text.matches(ACCOUNT + "[0-9]{1,12}@[A-Za-z0-9._-]{1,60}")
        ? Optional.of(new HaltScope.OneAccount(new AccountId(text.substring(ACCOUNT.length()))))
        : Optional.empty();
  }

  public static String of(HaltScope scope) {
    return switch (scope) {
      case HaltScope.Everything s -> "system";
      case HaltScope.OneAccount s -> ACCOUNT + s.account();
      case HaltScope.OneUser s -> "user-" + s.user();
    };
  }
}
