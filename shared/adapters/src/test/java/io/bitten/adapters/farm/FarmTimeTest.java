package io.bitten.adapters.farm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a call ends whose time is up. */
@Timeout(300)
final class FarmTimeTest {
  private final TinyFarm tiny = new TinyFarm();

  @AfterEach
  void close() {
    tiny.close();
  }

  /** Its time is up at the very moment that it stalls, whatever the machine does meanwhile. */
  @ParameterizedTest
  @EnumSource(
      value = TinyFarm.Cut.class,
      names = {"STALLS_BEFORE_THE_ANSWER", "STALLS_IN_THE_BODY"})
  void a_call_that_is_not_answered_in_time_is_lost_and_says_so_and_never_repeated(
      TinyFarm.Cut cut) {
    tiny.cut("/execute", cut);
    FarmHttp.Alarm whenItStalls =
        (time, end) ->
            CompletableFuture.runAsync(
                () -> {
                  tiny.awaitStall();
                  end.run();
                },
                Thread::startVirtualThread);
    FarmHttp http =
        new FarmHttp(
            FarmHttpTest.settings(tiny.url(), Duration.ofMinutes(5)),
            Egress.straight(),
            whenItStalls);

    assertThat(http.post("/execute", FarmHttpTest.BODY))
        .isEqualTo(new FarmReply.Lost("no whole answer within 300000 ms"));
    assertThat(tiny.count("/execute")).isEqualTo(1);
  }

  /** Where the machine is slow, it is up before a byte has left. */
  @Test
  void the_time_of_a_call_runs_by_itself() {
    tiny.cut("/execute", TinyFarm.Cut.STALLS_BEFORE_THE_ANSWER);
    FarmHttp http = FarmHttpTest.http(tiny.url(), Duration.ofMillis(400), Egress.straight());
    String why = "no whole answer within 400 ms";

    assertThat(http.post("/execute", FarmHttpTest.BODY))
        .isIn(new FarmReply.Lost(why), new FarmReply.NotSent(why));
  }
}
