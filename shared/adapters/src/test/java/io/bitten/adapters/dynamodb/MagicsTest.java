package io.bitten.adapters.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.account.Magic;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The counter lies in the table; each process has a few of its numbers in hand. */
final class MagicsTest {
  private final FakeDynamo dynamo = new FakeDynamo();
  private final Magics one = new Magics(new Table(dynamo, "orders"));
  private final Magics other = new Magics(new Table(dynamo, "orders"));

  @Test
  void two_processes_never_give_the_same() throws InterruptedException {
    List<Callable<Magic>> asked =
        IntStream.range(0, 400)
            .<Callable<Magic>>mapToObj(number -> number % 3 == 0 ? one::next : other::next)
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      assertThat(threads.invokeAll(asked).stream().map(Future::resultNow))
          .doesNotHaveDuplicates()
          .allMatch(Magic::isOurs);
    }
  }

  @Test
  void the_first_is_number_one_and_the_counter_is_asked_once_for_a_handful() {
    assertThat(one.next()).isEqualTo(Magic.ours(1));
    for (int given = 1; given < Magics.TAKEN_AT_ONCE; given++) {
      one.next();
    }
    assertThat(dynamo.counted).isEqualTo(1);

    assertThat(one.next()).isEqualTo(Magic.ours(1 + Magics.TAKEN_AT_ONCE));
    assertThat(dynamo.counted).isEqualTo(2);
  }
}
