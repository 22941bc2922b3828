package io.bitten.functions;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What one class logs meanwhile, each line behind its correlation id. */
final class Logged extends AbstractAppender implements AutoCloseable {
  private final List<String> lines = new ArrayList<>();
  private final Logger logger;

  private Logged(Logger logger) {
    super("logged", null, null, false, Property.EMPTY_ARRAY);
    this.logger = logger;
  }

  static Logged of(Class<?> type) {
    Logged logged = new Logged((Logger) LogManager.getLogger(type));
    logged.start();
    logged.logger.addAppender(logged);
    return logged;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void append(LogEvent event) {
    String id = event.getContextData().getValue("correlation_id");
    lines.add(id + " " + event.getMessage().getFormattedMessage());
  }

  @Override
  public void close() {
    logger.removeAppender(this);
    stop();
  }
}
