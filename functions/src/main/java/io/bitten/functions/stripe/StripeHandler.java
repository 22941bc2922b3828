package io.bitten.functions.stripe;

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

/** Stripe's webhook. */
public final class StripeHandler implements RequestStreamHandler {
  private final StripeDoor door;

  public StripeHandler() {
    this(Start.aws());
  }

  public StripeHandler(World world, Settings settings) {
    this.door = new StripeDoor(world, settings);
  }

  private StripeHandler(Start start) {
    this(start.world(), start.settings());
    Priming.door(this, start, "/stripe/webhook");
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    HttpDoor.serve(in, out, door::answer);
  }
}
