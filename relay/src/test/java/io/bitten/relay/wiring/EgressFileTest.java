package io.bitten.relay.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitten.adapters.config.BadConfig;
import io.bitten.adapters.farm.Egress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EgressFileTest {
  private static final Path EXAMPLE = Path.of("egress.example.yml");

  @Test
  void the_example_names_every_way_in_its_order() throws IOException {
    EgressFile read = EgressFile.read("egress.yml", Files.readString(EXAMPLE));
    assertThat(read)
        .isInstanceOfSatisfying(
            EgressFile.On.class,
            on -> {
              assertThat(on.egress().otherwise()).isEqualTo(Egress.Otherwise.CLOSED);
              assertThat(on.egress().ways())
                  .hasExactlyElementsOfTypes(
                      Egress.Way.Socks.class, Egress.Way.Chain.class, Egress.Way.Sources.class);
            });
  }

  @Test
  void one_that_is_not_enabled_changes_nothing() throws IOException {
    String off = Files.readString(EXAMPLE).replace("enabled: true", "enabled: false");
    assertThat(EgressFile.read("egress.yml", off)).isEqualTo(new EgressFile.Off());
  }

  @Test
  void what_cannot_be_meant_is_refused() throws IOException {
    String text = Files.readString(EXAMPLE);
    for (String bad :
        new String[] {
          text.replace("security_level: high", "security_level: some"),
          text.replace("127.0.0.1:9050", "127.0.0.1"),
          text.replace("vpn_rotation", "magic"),
          text.replace("10.8.0.2", "not-an-address")
        }) {
      assertThatThrownBy(() -> EgressFile.read("egress.yml", bad)).isInstanceOf(BadConfig.class);
    }
  }

  @Test
  void a_second_proxy_of_tor_is_refused_and_not_passed_over() throws IOException {
    String text = Files.readString(EXAMPLE);
    for (String two : new String[] {"127.0.0.1:9050 127.0.0.1:9051", "127.0.0.1:9050, tor:9050"}) {
      assertThatThrownBy(() -> EgressFile.read("egress.yml", text.replace("127.0.0.1:9050", two)))
          .isInstanceOf(BadConfig.class)
          .hasMessageContaining("egress.yml")
          .hasMessageContaining("tor_routing");
    }
  }
}
