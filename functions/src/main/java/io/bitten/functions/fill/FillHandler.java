package io.bitten.functions.fill;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.World;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.halt.HaltScope;
import io.bitten.functions.Payload;
import io.bitten.functions.Priming;
import io.bitten.functions.Settings;
import io.bitten.functions.SqsBatch;
import io.bitten.functions.SqsMessage;
import io.bitten.functions.Start;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Books what relays report. */
public final class FillHandler implements RequestStreamHandler {
  private final FillDesk desk;

  public FillHandler() {
    this(Start.aws());
  }

  public FillHandler(World world, Settings settings) {
    this.desk = new FillDesk(world, settings.rules());
  }

  private FillHandler(Start start) {
    this(start.world(), start.settings());
    Priming.queue(this, start, world -> world.halts().read(new HaltScope.Everything()));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    // A report may come late: one that fails must not keep an account's newer looks from us.
    SqsBatch.apart(in, out, this::step);
  }

  private void step(SqsMessage message) {
    desk.book(Payload.report(message));
  }
}
