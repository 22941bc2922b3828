package io.bitten.functions.message;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.World;
import io.bitten.functions.Priming;
import io.bitten.functions.Settings;
import io.bitten.functions.SqsBatch;
import io.bitten.functions.Start;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The only sender to Telegram. */
public final class MessageHandler implements RequestStreamHandler {
  private final MessageStep step;

  public MessageHandler() {
    this(Start.aws());
  }

  public MessageHandler(World world, Settings settings) {
    this.step = new MessageStep(world, settings);
  }

  private MessageHandler(Start start) {
    this(start.world(), start.settings());
    Priming.queue(this, start);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    SqsBatch.each(in, out, step::handle);
  }
}
