package io.bitten.functions.chat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.World;
import io.bitten.core.chat.ChatDesk;
import io.bitten.functions.Payload;
import io.bitten.functions.Priming;
import io.bitten.functions.Settings;
import io.bitten.functions.SqsBatch;
import io.bitten.functions.SqsMessage;
import io.bitten.functions.Start;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Answers commands and buttons. */
public final class ChatHandler implements RequestStreamHandler {
  private final ChatDesk desk;

  public ChatHandler() {
    this(Start.aws());
  }

  public ChatHandler(World world, Settings settings) {
    this.desk = new ChatDesk(world, settings.rules(), settings.chat());
  }

  private ChatHandler(Start start) {
    this(start.world(), start.settings());
    Priming.queue(this, start);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    SqsBatch.each(in, out, this::step);
  }

  private void step(SqsMessage message) {
    desk.handle(Payload.incoming(message));
  }
}
