package io.bitten.adapters.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.market.Currency;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.relay.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BridgesTest {
  @TempDir Path folder;

  @Test
  void a_folder_with_our_eas_requests_is_spoken_to_in_its_profile() throws IOException {
    assertThat(found()).isInstanceOf(ClassicBridge.class);
    Files.createDirectory(folder.resolve("bitten_instructions"));
    assertThat(found()).isInstanceOf(JournaledBridge.class);
  }

  private Route found() {
    return Bridges.of(
        Some.ACCOUNT,
        BridgeSettings.found(folder, new Currency("USD")),
        new ClassicBridge.Around(new ManualTime(Some.NOW), () -> 0, pause -> {}));
  }
}
