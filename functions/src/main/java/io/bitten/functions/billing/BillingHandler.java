package io.bitten.functions.billing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.World;
import io.bitten.core.billing.BillId;
import io.bitten.functions.Priming;
import io.bitten.functions.Settings;
import io.bitten.functions.SqsBatch;
import io.bitten.functions.Start;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Turns Stripe's events into what people are entitled to. */
public final class BillingHandler implements RequestStreamHandler {
  private final BillingStep step;

  public BillingHandler() {
    this(Start.aws());
  }

  public BillingHandler(World world, Settings settings) {
    this.step = new BillingStep(world, settings);
  }

  private BillingHandler(Start start) {
    this(start.world(), start.settings());
    Priming.queue(this, start, world -> world.bills().find(new BillId("priming")));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    SqsBatch.each(in, out, step::handle);
  }
}
