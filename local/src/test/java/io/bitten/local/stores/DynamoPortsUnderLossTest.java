package io.bitten.local.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;

/**
 * The same contracts where each write is done, its answer lost, and the SDK tries again: nobody may
 * take his own write for somebody else's, and nothing is done twice.
 */
@Order(5)
final class DynamoPortsUnderLossTest extends DynamoPorts {
  private final List<LostAnswers> ways = new ArrayList<>();

  @Override
  Ground ground() {
    return new Embedded(
        way -> {
          ways.add(new LostAnswers(way));
          return ways.getLast();
        });
  }

  @AfterAll
  void answers_were_lost() {
    assertThat(ways.getFirst().lost()).isPositive();
  }
}
