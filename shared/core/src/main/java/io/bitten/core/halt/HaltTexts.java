package io.bitten.core.halt;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.UserId;
import java.util.Optional;

/** A scope as text, for ids and receipts: {@code system}, {@code account-..}, {@code user-..}. */
public final class HaltTexts {
  private static final String SYSTEM = "system";
  private static final String ACCOUNT = "account-";
  private static final String USER = "user-";

  private HaltTexts() {}

  /** The scope that a text of {@link #of} names; empty for any other text. */
  public static Optional<HaltScope> scope(String text) {
    if (text.equals(SYSTEM)) {
      return Optional.of(new HaltScope.Everything());
    }
    if (text.matches(ACCOUNT + "[0-9]{1,12}@[A-Za-z0-9._-]{1,60}")) {
      return Optional.of(new HaltScope.OneAccount(new AccountId(text.substring(ACCOUNT.length()))));
    }
    return text.matches(USER + "[A-Za-z0-9_-]{1,40}")
        ? Optional.of(new HaltScope.OneUser(new UserId(text.substring(USER.length()))))
        : Optional.empty();
  }

  public static String of(HaltScope scope) {
    return switch (scope) {
      case HaltScope.Everything s -> SYSTEM;
      case HaltScope.OneAccount s -> ACCOUNT + s.account();
      case HaltScope.OneUser s -> USER + s.user();
    };
  }
}
