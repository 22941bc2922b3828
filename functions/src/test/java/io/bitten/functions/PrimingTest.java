package io.bitten.functions;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.Some;
import io.bitten.core.World;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.alert.AlertHandler;
import io.bitten.functions.chat.ChatHandler;
import io.bitten.functions.fill.FillHandler;
import io.bitten.functions.fire.FireHandler;
import io.bitten.functions.halt.HaltHandler;
import io.bitten.functions.hud.HudHandler;
import io.bitten.functions.message.MessageHandler;
import io.bitten.functions.notify.NotifyHandler;
import io.bitten.functions.stripe.StripeHandler;
import io.bitten.functions.telegram.TelegramHandler;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A handler that throws before its snapshot is never published. */
class PrimingTest {
  private final World world = MemoryWorld.on(new ManualTime(Some.NOW)).world();
  private final Settings settings = SomeSettings.all();
  private final Start start = new Start(world, settings);

  @Test
  void every_door_survives_its_own_priming() {
    primed(new TelegramHandler(world, settings), "/telegram/webhook");
    primed(new StripeHandler(world, settings), "/stripe/webhook");
    primed(new HudHandler(world, settings), "/api/session");
  }

  @Test
  void every_desk_survives_its_own_priming() {
    for (RequestStreamHandler handler :
        List.of(
            new ChatHandler(world, settings),
            new AlertHandler(world, settings),
            new FireHandler(world, settings),
            new FillHandler(world, settings),
            new HaltHandler(world, settings),
            new NotifyHandler(world, settings),
            new MessageHandler(world, settings))) {
      Priming priming = Priming.queue(handler, start);
      assertThatCode(() -> priming.beforeCheckpoint(null)).doesNotThrowAnyException();
    }
  }

  private void primed(RequestStreamHandler handler, String path) {
    Priming priming = Priming.door(handler, start, path);
    assertThatCode(() -> priming.beforeCheckpoint(null)).doesNotThrowAnyException();
  }
}
