package io.bitten.functions.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.Some;
import io.bitten.core.market.Symbol;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.Settings;
import io.bitten.functions.news.NewsHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimersTest {
  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));

  private static String run(RequestStreamHandler handler) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] event = "{\"source\":\"aws.scheduler\"}".getBytes(StandardCharsets.UTF_8);
    handler.handleRequest(new ByteArrayInputStream(event), out, null);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_minute_without_candles_ends_well_and_leaves_the_ledger_empty() throws IOException {
    assertThat(run(new ScoreHandler(memory.world(), Settings.of(Map.of())))).isEqualTo("{}");
    assertThat(memory.ledger().entries(1, 1)).isEmpty();
  }

  @Test
  void only_the_pairs_that_were_set_are_scored() {
    Settings some = Settings.of(Map.of("SYMBOLS", "USDJPY, EURUSD"));
    Settings strange = Settings.of(Map.of("SYMBOLS", "EURUSD,XAUXAG"));

    assertThat(some.rules().signals().ordered())
        .extracting(Symbol::code)
        .containsExactly("EURUSD", "USDJPY");
    assertThat(Settings.of(Map.of()).rules().signals().symbols()).hasSizeGreaterThan(2);
    assertThatThrownBy(strange::rules).hasMessageContaining("XAUXAG");
  }

  @Test
  void the_calendar_is_kept_by_the_news_timer() throws IOException {
    memory.newsFeed().answer(List.of(Some.newsEvent()));

    assertThat(run(new NewsHandler(memory.world(), Settings.of(Map.of())))).isEqualTo("{}");
    assertThat(memory.calendars().latest()).contains(Some.calendar());
  }

  @Test
  void a_provider_in_trouble_fails_the_invocation_so_that_it_is_seen() {
    memory.newsFeed().fail("no answer");

    assertThatThrownBy(() -> run(new NewsHandler(memory.world(), Settings.of(Map.of()))))
        .hasMessage("no answer");
  }
}
