package io.bitten.adapters.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Some;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Currency;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.relay.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the questions of the journaled profile leave behind and what they are told. */
final class QuestionsTest {
  @TempDir Path folder;
  private final ManualTime time = new ManualTime(Some.NOW);
  private FolderExpert expert;
  private JournaledBridge bridge;

  @BeforeEach
  void start() throws IOException {
    expert = new FolderExpert(folder, time);
    status();
    bridge =
        expert.bridge(
            BridgeSettings.in(folder, new Currency("USD"))
                .speaking(BridgeSettings.Profile.JOURNALED));
  }

  @Test
  void a_look_that_fails_leaves_no_answer_to_its_other_question_behind() {
    expert.swallows("positions");
    assertThat(bridge.look()).isInstanceOf(Look.Incomplete.class);
    assertThat(folder.resolve("bitten_results")).isEmptyDirectory();
    assertThat(folder.resolve("bitten_instructions")).isEmptyDirectory();
  }

  @Test
  void results_that_nobody_came_for_go_after_a_day_while_the_relay_runs() throws IOException {
    Path old = folder.resolve("bitten_results/0QOLD.json");
    Path kept = folder.resolve("bitten_results/0QNEW.json");
    bridge.look();
    Files.writeString(old, "{}");
    Files.writeString(kept, "{}");
    Files.setLastModifiedTime(old, FileTime.from(time.instant().minus(Duration.ofDays(2))));
    Files.setLastModifiedTime(kept, FileTime.from(time.instant()));
    time.advance(Duration.ofHours(2));
    status();
    bridge.look();
    assertThat(old).doesNotExist();
    assertThat(kept).exists();
  }

  @Test
  void a_position_is_known_by_the_number_that_stays_when_its_ticket_changes() {
    String row =
        "{\"ticket\":78,\"symbol\":\"EURUSD.m\",\"identifier\":77,\"type\":\"BUY\","
            + "\"volume\":0.10,\"open_price\":1.10002,\"sl\":1.09800,\"tp\":0.00000,\"profit\":1.00,"
            + "\"swap\":0.00,\"magic\":1099511627783,\"comment\":\"x\",\"open_time\":1704189600}";
    expert.answers("positions", FolderExpert.list("positions", row));
    Look.Complete look = (Look.Complete) bridge.look();
    assertThat(look.snapshot().positions().getFirst().ticket()).isEqualTo(new Ticket(77));
    assertThat(look.comments()).containsEntry(new Ticket(77), "x");
  }

  @Test
  void orders_that_are_still_at_work_are_told_by_their_magics() {
    String positions = FolderExpert.list("positions", "");
    expert.answers("positions", positions + ",\"orders\":[{\"magic\":1099511627783}]");
    assertThat(((Look.Complete) bridge.look()).working())
        .containsExactly(new Magic(1_099_511_627_783L));

    expert.answers("positions", positions);
    assertThat(((Look.Complete) bridge.look()).working()).isEmpty();
  }

  @Test
  void a_list_that_is_too_long_says_so() {
    expert.answers(
        "symbols",
        "\"status\":\"success\",\"code\":\"TOO_MANY\",\"connected\":true,\"complete\":false,"
            + FolderExpert.ACCOUNT);
    assertThat(((Look.Incomplete) bridge.look()).why()).contains("TOO_MANY");
  }

  private void status() throws IOException {
    expert.status(
        "{\"message\":\"ready at %s\",\"connected\":true,\"profile\":\"journaled\",%s,%s}"
            .formatted(time.instant(), "\"trade_allowed\":true", FolderExpert.ACCOUNT));
  }
}
