package io.bitten.functions.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.adapters.json.Json;
import io.bitten.adapters.telegram.BotApi;
import io.bitten.core.Some;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.Delivery;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.chat.Subject;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryQueues.Postponed;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.SomeSettings;
import io.bitten.functions.SomeWorlds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MessageHandlerTest {
  private final MemoryWorld memory = MemoryWorld.on(new ManualTime(Some.NOW));
  private final MessageHandler handler = new MessageHandler(memory.world(), SomeSettings.all());

  @Test
  void a_message_that_must_wait_goes_back_for_exactly_that_long() throws IOException {
    memory.messenger().answerNext(new Delivery.Slow(Duration.ofSeconds(17)));

    assertThat(send()).contains("\"itemIdentifier\":\"m1\"");
    assertThat(memory.queues().postponed())
        .containsExactly(new Postponed("receipt-1", Duration.ofSeconds(17)));
    assertThat(send()).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(memory.messenger().sent()).hasSize(1);
  }

  @Test
  void while_telegram_does_not_answer_a_message_comes_back_soon_and_then_more_slowly()
      throws IOException {
    BotApi silent = new BotApi(URI.create("http://127.0.0.1:1"), SomeSettings.BOT_TOKEN);
    MessageHandler deaf =
        new MessageHandler(SomeWorlds.with(memory.world(), silent), SomeSettings.all());
    for (int receives = 1; receives <= 4; receives++) {
      assertThat(send(deaf, receives)).contains("\"itemIdentifier\":\"m1\"");
    }
    assertThat(memory.queues().postponed())
        .extracting(Postponed::after)
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(60));
  }

  private String send() throws IOException {
    return send(handler, 1);
  }

  private static String send(MessageHandler handler, int receives) throws IOException {
    Outgoing post =
        new Outgoing.Post("k1", Some.trader().chat(), Card.text("hello"), new Subject.Nothing());
    String record =
        "{\"messageId\":\"m1\",\"receiptHandle\":\"receipt-1\",\"body\":"
            + Json.write(Json.write(post))
            + ",\"attributes\":{\"MessageGroupId\":\"7001\",\"ApproximateReceiveCount\":\""
            + receives
            + "\"}}";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(
            ("{\"Records\":[" + record + "]}").getBytes(StandardCharsets.UTF_8)),
        out,
        null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
