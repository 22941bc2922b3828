package io.bitten.functions.notify;

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

/** Tells traders what has happened to them. */
public final class NotifyHandler implements RequestStreamHandler {
  private final NotifyStep step;

  public NotifyHandler() {
    this(Start.aws());
  }

  public NotifyHandler(World world, Settings settings) {
    this.step = new NotifyStep(world, settings);
  }

  private NotifyHandler(Start start) {
    this(start.world(), start.settings());
    Priming.queue(this, start);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    SqsBatch.each(in, out, step::handle);
  }
}
