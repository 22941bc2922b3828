package io.bitten.relay.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.config.BadConfig;
import io.bitten.core.account.AccountId;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.RouteName;
import io.bitten.relay.RelayCaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayFileTest {
  private static final Path EXAMPLE = Path.of("relay.example.yml");

  @TempDir Path folder;

  @Test
  void the_example_is_a_whole_configuration() throws IOException {
    RelayFile file = RelayFile.read(EXAMPLE, Files.readString(EXAMPLE));
    RelayFile.Account account = file.accounts().getFirst();
    assertThat(account.id()).isEqualTo(new AccountId("500123@Demo-Server"));
    assertThat(account.route()).isEqualTo(RouteName.FARM);
    assertThat(account.symbols()).isEqualTo(Map.of(new Symbol("XAUUSD"), "GOLD"));
    assertThat(account.caps()).isInstanceOf(RelayCaps.class);
    assertThat(file.journal()).isAbsolute();
    assertThat(file.farm().timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(new Routes(file, Map.of(), InstantSource.system()).lines()).hasSize(1);
  }

  @Test
  void what_may_be_left_out_stands_in_the_example_as_well() throws IOException {
    String text = Files.readString(EXAMPLE);
    RelayFile whole = RelayFile.read(EXAMPLE, text.replace("# egress: ", "egress: "));
    RelayFile less =
        RelayFile.read(
            EXAMPLE,
            text.replace("group: main\n", "")
                .replaceAll("    symbols: +#.*\\n +XAUUSD: GOLD\\n", ""));

    assertThat(whole.way()).isInstanceOf(RelayFile.Way.Egress.class);
    assertThat(less.way()).isInstanceOf(RelayFile.Way.Straight.class);
    assertThat(less.accounts().getFirst().symbols()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: vps-1 | nome: vps-1 | name is missing",
        "mode: DEMO | mode: TEST | must be one of DEMO, LIVE",
        "max_open: 10 | max_open: many | must be a whole number",
        "poll: 20 s | poll: 21 s | poll above 20 s",
        "500123@Demo-Server: | Demo: | account id must be login@server",
        "url: http://127.0.0.1:8001 | url: nowhere at all | has a url that is none",
        "currency: USD | currency: dollars | currency must be three capital letters",
        "files: 10 | files: 1000 | must be a whole number 1..100",
        "route: FARM | route: FARM2 | must be one of FARM, BRIDGE"
      })
  void a_wrong_line_is_named(String line, String wrong, String sentence) throws IOException {
    String text = Files.readString(EXAMPLE).replace(line, wrong);
    assertThatThrownBy(() -> RelayFile.read(EXAMPLE, text))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("relay.example.yml")
        .hasMessageContaining(sentence);
  }

  @Test
  void two_processes_never_share_a_journal() throws IOException {
    try (OneProcess first = OneProcess.in(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> OneProcess.in(folder)).isInstanceOf(IOException.class);
    }
    OneProcess.in(folder).close();
  }
}
