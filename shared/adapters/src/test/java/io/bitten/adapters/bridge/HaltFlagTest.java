package io.bitten.adapters.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.market.Currency;
import io.bitten.core.relay.Gate;
import io.bitten.core.relay.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The flag that stops an Expert Advisor. */
class HaltFlagTest {
  @TempDir Path folder;
  private Path flag;

  @BeforeEach
  void set() {
    flag = folder.resolve("bitten_halt.flag");
  }

  @ParameterizedTest
  @EnumSource(BridgeSettings.Profile.class)
  void it_is_there_while_the_gate_is_shut_and_gone_when_it_is_open(BridgeSettings.Profile profile) {
    Route route = route(profile);
    for (int i = 0; i < 2; i++) {
      assertThat(route.gate(Gate.SHUT)).isEqualTo(new Gate.Answer.Told());
      assertThat(flag).exists();
    }
    for (int i = 0; i < 2; i++) {
      assertThat(route.gate(Gate.OPEN)).isEqualTo(new Gate.Answer.Told());
      assertThat(flag).doesNotExist();
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void one_that_a_person_made_stays_until_that_person_takes_it_away() throws IOException {
    Files.writeString(flag, "");
    Route route = route(BridgeSettings.Profile.JOURNALED);
    route.gate(Gate.SHUT);
    route.gate(Gate.OPEN);
    assertThat(flag).exists();
  }

  @Test
  void a_flag_of_the_process_before_is_ours() {
    route(BridgeSettings.Profile.JOURNALED).gate(Gate.SHUT);
    route(BridgeSettings.Profile.JOURNALED).gate(Gate.OPEN);
    assertThat(flag).doesNotExist();
  }

  @Test
  void a_draft_that_a_crash_left_is_no_flag_and_in_nobodys_way() throws IOException {
    Files.writeString(folder.resolve("bitten_halt.flag.tmp"), "set by");
    Route route = route(BridgeSettings.Profile.CLASSIC);
    assertThat(route.gate(Gate.SHUT)).isEqualTo(new Gate.Answer.Told());
    assertThat(Files.readString(flag)).isEqualTo("set by the BITTEN relay\n");
  }

  @Test
  void our_own_expert_advisor_says_itself_that_it_is_halted() throws IOException {
    Route route = route(BridgeSettings.Profile.JOURNALED);
    status(false);
    assertThat(route.gate(Gate.SHUT)).isEqualTo(new Gate.Answer.Told());
    status(true);
    assertThat(route.gate(Gate.SHUT)).isEqualTo(new Gate.Answer.Obeyed());
    assertThat(route.gate(Gate.OPEN)).isEqualTo(new Gate.Answer.Told());
    status(false);
    assertThat(route.gate(Gate.OPEN)).isEqualTo(new Gate.Answer.Obeyed());
  }

  @Test
  void a_folder_that_cannot_be_written_is_said() throws IOException {
    Path gone = folder.resolve("gone");
    Files.writeString(gone, "a file, not a folder");
    Gate.Answer answer = new HaltFlag(gone).set(Gate.SHUT);
    assertThat(answer).isInstanceOf(Gate.Answer.Failed.class);
  }

  private void status(boolean halted) throws IOException {
    Files.writeString(folder.resolve("bitten_status.txt"), "{\"halted\":" + halted + "}");
  }

  private Route route(BridgeSettings.Profile profile) {
    ClassicBridge.Around around = new ClassicBridge.Around(() -> Some.NOW, () -> 0L, pause -> {});
    return Bridges.of(
        Some.ACCOUNT, BridgeSettings.in(folder, new Currency("USD")).speaking(profile), around);
  }
}
