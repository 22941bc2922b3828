package io.bitten.functions.news;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.core.World;
import io.bitten.core.news.NewsDesk;
import io.bitten.functions.Settings;
import io.bitten.functions.Start;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the calendar fresh and tells of what is near, every five minutes. */
public final class NewsHandler implements RequestStreamHandler {
  private static final Logger LOG = LoggerFactory.getLogger(NewsHandler.class);
  private final NewsDesk desk;

  public NewsHandler() {
    this(Start.aws());
  }

  /** Needs no setting of its own. */
  public NewsHandler(World world, Settings settings) {
    this.desk = new NewsDesk(world, NewsDesk.NOTICE);
  }

  private NewsHandler(Start start) {
    this(start.world(), start.settings());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    desk.step().forEach(alert -> LOG.info("told of {} events near", alert.news().size()));
    out.write("{}".getBytes(StandardCharsets.UTF_8));
  }
}
