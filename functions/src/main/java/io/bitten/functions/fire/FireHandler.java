package io.bitten.functions.fire;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.World;
import io.bitten.core.fire.FireDesk;
import io.bitten.functions.Payload;
import io.bitten.functions.Priming;
import io.bitten.functions.Settings;
import io.bitten.functions.SqsBatch;
import io.bitten.functions.SqsMessage;
import io.bitten.functions.Start;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Turns a confirmed fire into at most one order. */
public final class FireHandler implements RequestStreamHandler {
  private final FireDesk desk;

  public FireHandler() {
    this(Start.aws());
  }

  public FireHandler(World world, Settings settings) {
    this.desk = new FireDesk(world, settings.rules());
  }

  private FireHandler(Start start) {
    this(start.world(), start.settings());
    Priming.queue(this, start);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    SqsBatch.each(in, out, this::step);
  }

  private void step(SqsMessage message) {
    desk.fire(Payload.fire(message));
  }
}
