package io.bitten.functions.score;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.World;
import io.bitten.core.signal.ScoreDesk;
import io.bitten.functions.Settings;
import io.bitten.functions.Start;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scores every pair's newest candle, once a minute. */
public final class ScoreHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ScoreHandler.class);
  private final ScoreDesk desk;

  public ScoreHandler() {
    this(Start.aws());
  }

  public ScoreHandler(World world, Settings settings) {
    this.desk = new ScoreDesk(world, settings.rules());
  }

  private ScoreHandler(Start start) {
    this(start.world(), start.settings());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    desk.step().forEach(done -> LOG.info("{}: {}", done.code(), done.sentence()));
    out.write("{}".getBytes(StandardCharsets.UTF_8));
  }
}
