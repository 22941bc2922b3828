package io.bitten.functions.telegram;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.World;
import io.bitten.functions.HttpDoor;
import io.bitten.functions.Priming;
import io.bitten.functions.Settings;
import io.bitten.functions.Start;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Telegram's webhook. */
public final class TelegramHandler implements RequestStreamHandler {
  private final TelegramDoor door;

  public TelegramHandler() {
    this(Start.aws());
  }

  public TelegramHandler(World world, Settings settings) {
    this.door = new TelegramDoor(world, settings);
  }

  private TelegramHandler(Start start) {
    this(start.world(), start.settings());
    Priming.door(this, start, "/telegram/webhook");
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    HttpDoor.serve(in, out, door::answer);
  }
}
