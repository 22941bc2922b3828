package io.bitten.relay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.bridge.BridgeSettings;
import io.bitten.adapters.bridge.Bridges;
import io.bitten.adapters.bridge.ClassicBridge;
import io.bitten.core.Some;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.market.Currency;
import io.bitten.core.relay.Look;
import io.bitten.relay.RelayLine;
import io.bitten.relay.wiring.RelayFile;
import io.bitten.relay.wiring.Routes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountCheckTest {
  private static final Path EXAMPLE = Path.of("relay.example.yml");

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final CheckLines lines = new CheckLines(new PrintStream(said, true));

  @Test
  void a_classic_bridge_that_answers_is_bad_for_nothing_can_be_fired_at_it() throws IOException {
    RelayLine line = classic();
    Files.writeString(
        folder.resolve("bitten_status.txt"),
        """
        {"connected": true, "positions": 0, "account": {"balance": 100.00, "equity": 100.00,
         "margin": 0.00, "free_margin": 100.00}}\
        """);

    AccountCheck.of(line, lines);

    assertThat(said())
        .containsExactly(
            "ok   500123@Demo-Server: the EA in " + folder + " is connected",
            "ok   500123@Demo-Server: 100.00 USD, 0 positions, 0 pairs",
            "BAD  500123@Demo-Server: the terminal tells the specification of no pair, so every"
                + " FIRE is refused (SYMBOL_UNKNOWN). A classic EA never tells any: use ours"
                + " (mt5/INSTALL.md), and show the pairs in its Market Watch.");
    assertThat(lines.areBad()).isTrue();
  }

  @Test
  void a_farm_that_tells_no_specifications_is_bad_as_well() throws IOException {
    AccountSnapshot seen = Some.snapshot();
    AccountSnapshot bare =
        new AccountSnapshot(
            seen.account(),
            seen.at(),
            seen.balance(),
            seen.equity(),
            seen.margin(),
            seen.freeMargin(),
            seen.positions(),
            seen.quotes(),
            Map.of());

    AccountCheck.look(farm(), new Look.Complete(bare, Map.of(), Set.of()), lines);

    assertThat(said()).last().asString().startsWith("BAD").contains("specs in /live_data");
    assertThat(lines.areBad()).isTrue();
  }

  @Test
  void a_farm_that_tells_a_pair_is_fine() throws IOException {
    AccountCheck.look(farm(), new Look.Complete(Some.snapshot(), Map.of(), Set.of()), lines);

    assertThat(said())
        .containsExactly("ok   500123@Demo-Server: 10000.00 USD, 0 positions, 1 pairs");
    assertThat(lines.areBad()).isFalse();
  }

  @Test
  void a_terminal_that_is_not_there_is_bad() throws IOException {
    AccountCheck.of(classic(), lines);

    assertThat(said())
        .containsExactly(
            "BAD  500123@Demo-Server: no connected EA writes its status in " + folder,
            "BAD  500123@Demo-Server: the EA's status is missing, not whole or too old");
  }

  private RelayLine classic() throws IOException {
    ClassicBridge.Around around =
        new ClassicBridge.Around(InstantSource.system(), System::nanoTime, pause -> {});
    BridgeSettings settings = BridgeSettings.in(folder, new Currency("USD"));
    return new RelayLine(Some.ACCOUNT, Bridges.of(Some.ACCOUNT, settings, around), farm().caps());
  }

  private static RelayLine farm() throws IOException {
    RelayFile file = RelayFile.read(EXAMPLE, Files.readString(EXAMPLE));
    return new Routes(file, Map.of(), InstantSource.system()).lines().getFirst();
  }

  private List<String> said() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
