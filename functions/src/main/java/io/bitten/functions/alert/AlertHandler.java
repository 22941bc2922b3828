package io.bitten.functions.alert;

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

/** Makes the alerts of a signal. */
public final class AlertHandler implements RequestStreamHandler {
  private final AlertStep step;

  public AlertHandler() {
    this(Start.aws());
  }

  public AlertHandler(World world, Settings settings) {
    this.step = new AlertStep(world, settings);
  }

  private AlertHandler(Start start) {
    this(start.world(), start.settings());
    Priming.queue(this, start);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    SqsBatch.each(in, out, step::handle);
  }
}
