package io.bitten.core.chat;

import io.bitten.core.Golden;
import io.bitten.core.Some;
import io.bitten.core.SomeKinds;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.OrphanSource;
import io.bitten.core.order.OrphanState;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrphanCardsTest {
  private final OrphanCards cards = new OrphanCards(Conversation.SETTINGS);

  @Test
  void each_state_and_each_origin_says_what_is_known_and_nothing_else() throws IOException {
    String all =
        Stream.concat(SomeKinds.orphans().stream(), everyOrigin())
            .map(orphan -> orphan.state().label() + "\n" + cards.render(orphan).html())
            .collect(Collectors.joining("\n\n"));

    Golden.assertSame("orphan-states.txt", all + "\n");
  }

  private static Stream<Orphan> everyOrigin() {
    return Stream.of("REJECTED", "KILLED", "DEAD", "CLOSED", "PROTECTED")
        .map(
            state ->
                SomeKinds.orphan(
                    new OrphanSource.OfOrder(Some.ORDER, "TRD_20240102_001", state),
                    new OrphanState.Closing(ExitReason.LATE, Some.NOW)));
  }
}
