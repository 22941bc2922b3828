package io.bitten.functions.sweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.World;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.fire.SweepDesk;
import io.bitten.functions.Measures;
import io.bitten.functions.Settings;
import io.bitten.functions.Start;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after orders that no relay has claimed, and measures how many outcomes are unknown and how
 * many positions without their stop, and how long, once a minute.
 */
public final class SweepHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SweepHandler.class);

  private final SweepDesk desk;

  public SweepHandler() {
    this(Start.aws());
  }

  public SweepHandler(World world, Settings settings) {
    this.desk = new SweepDesk(world, new FillDesk(world, settings.rules()));
  }

  private SweepHandler(Start start) {
    this(start.world(), start.settings());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    int expired = desk.sweep();
    LOG.info("swept, {} orders expired", expired);
    SweepDesk.Unsettled unknown = desk.unknown();
    Measures.age("unknown_order_age", unknown.longest());
    Measures.number("unknown_orders", unknown.orders());
    SweepDesk.Unsettled naked = desk.naked();
    Measures.age("naked_seconds", naked.longest());
    Measures.number("naked_positions", naked.orders());
    out.write("{}".getBytes(StandardCharsets.UTF_8));
  }
}
