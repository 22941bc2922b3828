package io.bitten.core.chat;

import io.bitten.core.account.Trader;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.HaltTexts;
import java.util.Optional;

/** What others are told of a halt that somebody else set or lifted. */
public final class HaltNews {
  private HaltNews() {}

  /** The message; empty for who did it, who has the answer in the chat. */
  public static Optional<Outgoing> to(Trader reader, Halt halt) {
    return switch (halt) {
      case Halt.Never never -> Optional.empty();
      case Halt.Active active -> message(reader, halt, active.by(), set(active));
      case Halt.Lifted lifted ->
          message(
              reader,
              halt,
              lifted.by(),
              Html.of(
                  Html.b("🟢 The stop is lifted for ", whom(halt.scope()), ": "),
                  lifted.reason(),
                  "."));
    };
  }

  private static Html set(Halt.Active active) {
    String open =
        switch (active.positions()) {
          case STAY -> ". Open positions stay open with their stops; /closeall closes yours.";
          case CLOSE -> ". Open positions are being closed; each card follows.";
        };
    return Html.of(
        Html.b("🛑 New orders are stopped for ", whom(active.scope()), ": "),
        active.reason(),
        open);
  }

  private static String whom(HaltScope scope) {
    return switch (scope) {
      case HaltScope.Everything all -> "everybody";
      case HaltScope.OneAccount one -> "account " + one.account();
      case HaltScope.OneUser one -> "you";
    };
  }

  private static Optional<Outgoing> message(Trader reader, Halt halt, String by, Html html) {
    String key = "halt-" + HaltTexts.of(halt.scope()) + "-" + halt.epoch() + "-" + reader.id();
    return by.equals(reader.id().value())
        ? Optional.empty()
        : Optional.of(
            new Outgoing.Post(
                key, reader.chat(), Card.text(html.toString()), new Subject.Nothing()));
  }
}
