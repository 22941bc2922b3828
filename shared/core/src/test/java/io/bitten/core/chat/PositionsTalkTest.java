package io.bitten.core.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.order.OrderState;
import io.bitten.core.signal.SignalClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An account that holds far more than a message. */
final class PositionsTalkTest {
  /** Telegram's limit for a text, after its markup is read. */
  private static final int MOST_CHARACTERS = 4_096;

  private final Conversation anna = new Conversation(7001, "Anna");

  @Test
  void many_foreign_positions_leave_room_for_ours_with_its_button() {
    anna.ready();
    anna.signal(SomeCards.signal(SignalClass.RAPID, 75));
    anna.tap("FIRE EURUSD BUY");
    anna.tap("Confirm");
    anna.relay(new OrderState.Protected(Some.fill(), Some.NOW));
    List<Position> positions = new ArrayList<>();
    for (int number = 1; number <= 60; number++) {
      positions.add(foreign(number));
    }
    positions.add(Some.position());
    anna.seen(holding(positions));
    for (int number = 1; number <= 50; number++) {
      anna.memory.orphans().save(Versioned.fresh(SomeKinds.orphan(new Ticket(800_000 + number))));
    }
    String shown = anna.say("/positions");

    assertThat(text(shown)).hasSizeLessThanOrEqualTo(MOST_CHARACTERS);
    assertThat(shown)
        .contains("<b>61 open</b>", "<code>900001</code>", "[Close EURUSD 900001/DANGER]")
        .contains("· and 41 more at your terminal");
  }

  @Test
  void a_few_are_told_whole() {
    anna.ready();
    anna.seen(holding(List.of(foreign(1), foreign(2))));

    assertThat(anna.say("/positions"))
        .contains("<b>2 open</b>", "700001", "700002")
        .doesNotContain("more at your terminal");
  }

  private static String text(String shown) {
    return shown.replaceAll("<[^>]*>", "").replaceAll("&[a-z0-9#]+;", "x");
  }

  private static Position foreign(int number) {
    Position one = Some.position();
    return new Position(
        new Ticket(700_000 + number),
        one.symbol(),
        one.direction(),
        one.lots(),
        one.openPrice(),
        one.stopLoss(),
        one.takeProfit(),
        one.profit(),
        one.swap(),
        one.commission(),
        new Magic(0),
        one.openedAt());
  }

  private AccountSnapshot holding(List<Position> positions) {
    AccountSnapshot flat = Some.snapshot(anna.time.instant().plusMillis(1));
    return new AccountSnapshot(
        flat.account(),
        flat.at(),
        flat.balance(),
        flat.equity(),
        flat.margin(),
        flat.freeMargin(),
        positions,
        flat.quotes(),
        flat.specs());
  }
}
