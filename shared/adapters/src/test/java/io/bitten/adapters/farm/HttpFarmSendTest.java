package io.bitten.adapters.farm;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.relay.Answer;
import io.bitten.core.relay.RouteHealth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has left this machine, and what has not. */
final class HttpFarmSendTest {
  private final TinyFarm tiny = new TinyFarm();
  private final HttpFarm farm = HttpFarmTest.farm(tiny.url());

  @AfterEach
  void close() {
    tiny.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = TinyFarm.Cut.class,
      names = {"NEVER", "STALLS_BEFORE_THE_ANSWER", "STALLS_IN_THE_BODY"},
      mode = EnumSource.Mode.EXCLUDE)
  void a_connection_cut_anywhere_is_unknown_and_never_repeated(TinyFarm.Cut cut) {
    tiny.cut("/execute", cut);
    assertThat(farm.open(HttpFarmTest.entry())).isInstanceOf(Answer.Unknown.class);
    assertThat(tiny.count("/execute")).isEqualTo(1);
  }

  @Test
  void only_a_refused_connection_is_not_sent() throws IOException {
    // Bound and not listening: nobody else can listen there meanwhile, nor the connection meet
    // itself.
    try (Socket held = new Socket()) {
      held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      URI url = URI.create("http://127.0.0.1:" + held.getLocalPort());
      assertThat(HttpFarmTest.farm(url).open(HttpFarmTest.entry()))
          .isInstanceOf(Answer.NotSent.class);
      assertThat(HttpFarmTest.farm(url).health())
          .isEqualTo(
              new RouteHealth.Down("/health: no connection to " + url + ": Connection refused"));
    }
  }

  @Test
  void an_entry_whose_permit_ends_before_the_send_does_not_leave() {
    tiny.answer("/execute", 200, HttpFarmTest.DONE);
    assertThat(farm.open(HttpFarmTest.entry(), () -> false)).isInstanceOf(Answer.NotSent.class);
    assertThat(tiny.requests()).noneMatch(request -> request.body().contains("OPEN_TRADE"));
  }

  @Test
  void the_permit_is_asked_once_and_when_the_connection_stands() {
    tiny.answer("/execute", 200, HttpFarmTest.DONE);
    AtomicInteger asked = new AtomicInteger();
    Answer answer =
        farm.open(HttpFarmTest.entry(), () -> asked.incrementAndGet() == 1 && tiny.connected());
    assertThat(answer).isEqualTo(HttpFarmTest.FILLED);
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99", "0.10000000000000001", "1e17"})
  void more_lots_than_were_asked_for_are_not_believed(String told) {
    tiny.answer("/execute", 200, HttpFarmTest.DONE.replace("}", ", \"volume\": " + told + "}"));

    assertThat(farm.open(HttpFarmTest.entry())).isEqualTo(HttpFarmTest.FILLED);
  }
}
