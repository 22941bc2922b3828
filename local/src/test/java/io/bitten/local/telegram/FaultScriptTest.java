package io.bitten.local.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class FaultScriptTest {
  private final Rig rig = Rig.unlimited();

  private ApiAnswer send() {
    return rig.call("sendMessage", "chat_id", "" + rig.chat, "text", "x");
  }

  private long sent() {
    return rig.sim.messages(rig.chat).stream().filter(SimMessage::fromBot).count();
  }

  @Test
  void the_next_calls_fail_as_scripted_in_order_and_then_work() {
    rig.sim.faults().failNext(2, "sendMessage", new Fault.TooManyRequests(7));
    rig.sim.faults().failNext(1, "*", new Fault.ServerError(502));
    rig.sim.faults().failNext(1, "sendMessage", new Fault.Blocked());
    assertThat(send()).isEqualTo(new ApiAnswer.Error(429, "Too Many Requests: retry after 7", 7));
    assertThat(send().status()).isEqualTo(429);
    assertThat(send().status()).isEqualTo(502);
    assertThat(send().status()).isEqualTo(403);
    assertThat(sent()).isZero();
    assertThat(send().status()).isEqualTo(200);
  }

  @Test
  void a_fault_waits_for_its_method() {
    rig.sim.faults().failNext(1, "editMessageText", new Fault.ServerError(500));
    assertThat(send().status()).isEqualTo(200);
    assertThat(rig.call("editMessageText").status()).isEqualTo(500);
    assertThat(rig.call("editMessageText").status()).isEqualTo(400);
  }

  @Test
  void silence_may_hide_a_message_that_was_sent_or_one_that_was_not() {
    rig.sim.faults().failNext(1, "sendMessage", new Fault.NoAnswer());
    rig.sim.faults().failNext(1, "sendMessage", new Fault.LostAnswer());
    assertThat(send()).isEqualTo(new ApiAnswer.Silence());
    assertThat(sent()).isZero();
    assertThat(send()).isEqualTo(new ApiAnswer.Silence());
    assertThat(sent()).isEqualTo(1);
  }

  @Test
  void the_script_can_be_cleared_and_has_an_end() {
    rig.sim.faults().failNext(5, "*", new Fault.NoAnswer());
    rig.sim.faults().clear();
    assertThat(send().status()).isEqualTo(200);
    assertThatThrownBy(() -> rig.sim.faults().failNext(10_001, "*", new Fault.NoAnswer()))
        .isInstanceOf(NotPossible.class);
  }
}
