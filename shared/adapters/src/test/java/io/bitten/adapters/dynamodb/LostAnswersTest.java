package io.bitten.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.relay.Lease;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A write that was done, whose answer was lost, and which the SDK then repeated. */
final class LostAnswersTest {
  private static final Lease LEASE = new Lease("main", "relay-1", "boot-1", 7, Some.NOW);
  private static final Halt HALT =
      new Halt.Active(new HaltScope.Everything(), 3, "tg-7001", "a test", Some.NOW);

  private final FakeDynamo dynamo = new FakeDynamo();
  private final DynamoStores stores =
      DynamoStores.on(
          dynamo, new Tables("users", "signals", "orders", "inbox"), InstantSource.fixed(Some.NOW));

  @Test
  void a_save_that_was_done_and_repeated_for_its_lost_answer_is_stored() {
    dynamo.refusePuts(item -> item);

    assertThat(stores.orders().save(new Versioned<>(Some.order(), 3))).isEqualTo(Written.STORED);
    assertThat(stores.leases().save(new Versioned<>(LEASE, 3))).isEqualTo(Written.STORED);
    assertThat(stores.halts().write(HALT)).isEqualTo(Written.STORED);
  }

  @Test
  void the_same_from_another_writer_is_stale() {
    dynamo.refusePuts(
        item -> new Item(item).with("write", "00000000-0000-0000-0000-000000000000").attributes());

    assertThat(stores.orders().save(new Versioned<>(Some.order(), 3))).isEqualTo(Written.STALE);
    assertThat(stores.leases().save(new Versioned<>(LEASE, 3))).isEqualTo(Written.STALE);
    assertThat(stores.halts().write(HALT)).isEqualTo(Written.STALE);
  }

  @Test
  void a_save_to_a_place_that_is_empty_is_stale() {
    dynamo.refusePuts(item -> Map.of());

    assertThat(stores.orders().save(new Versioned<>(Some.order(), 3))).isEqualTo(Written.STALE);
  }

  /** The transaction may be one that will fail, over what the first try stored. */
  @Test
  void a_save_whose_repeat_meets_a_transaction_looks_whether_it_was_done() {
    dynamo.conflict();
    dynamo.keepPuts();

    assertThat(stores.orders().save(new Versioned<>(Some.order(), 3))).isEqualTo(Written.STORED);
  }

  @Test
  void a_save_that_only_met_a_transaction_is_stale() {
    dynamo.conflict();

    assertThat(stores.orders().save(new Versioned<>(Some.order(), 3))).isEqualTo(Written.STALE);
  }
}
