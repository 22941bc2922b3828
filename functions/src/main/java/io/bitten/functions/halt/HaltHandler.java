package io.bitten.functions.halt;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.World;
import io.bitten.core.halt.HaltPages;
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

/** Tells everybody a change of the whole system's halt, a page of traders at a time. */
public final class HaltHandler implements RequestStreamHandler {
  private final HaltPages pages;

  public HaltHandler() {
    this(Start.aws());
  }

  public HaltHandler(World world, Settings settings) {
    this.pages = new HaltPages(world);
  }

  private HaltHandler(Start start) {
    this(start.world(), start.settings());
    Priming.queue(this, start, world -> world.halts().read(new HaltScope.Everything()));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    SqsBatch.each(in, out, this::step);
  }

  private void step(SqsMessage message) {
    pages.tell(Payload.haltPage(message));
  }
}
