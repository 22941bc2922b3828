package io.bitten.adapters.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.relay.PositionClose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequestIdsTest {
  @TempDir Path folder;

  @BeforeEach
  void the_expert_has_made_its_folders() throws IOException {
    for (String name : new String[] {"bitten_instructions", "bitten_results"}) {
      Files.createDirectories(folder.resolve(name));
    }
  }

  /** What is made at the broker for one would else be taken for the other's. */
  @Test
  void two_relays_at_one_folder_never_give_the_same_id_even_in_the_same_millisecond() {
    Set<Path> requests = new HashSet<>();

    close(0, requests);
    close(17, requests);

    assertThat(requests).hasSize(2);
    assertThat(requests)
        .allSatisfy(file -> assertThat(file.getFileName().toString()).hasSizeLessThan(32));
  }

  /** Nobody answers; what lies in the folder meanwhile is noted. */
  private void close(long startedAt, Set<Path> requests) {
    AtomicLong ticker = new AtomicLong(startedAt);
    new JournaledBridge(
            Some.ACCOUNT,
            BridgeSettings.in(folder, new Currency("USD"))
                .speaking(BridgeSettings.Profile.JOURNALED),
            new ClassicBridge.Around(
                () -> Some.NOW,
                () -> ticker.getAndAdd(Duration.ofSeconds(1).toNanos()),
                pause -> requests.addAll(waiting())))
        .close(
            new PositionClose(
                "C1N1", new Ticket(77), Some.EURUSD, Direction.BUY, Lots.of("0.10"), Some.magic()));
  }

  private Set<Path> waiting() {
    try (Stream<Path> files = Files.list(folder.resolve("bitten_instructions"))) {
      return Set.copyOf(files.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
