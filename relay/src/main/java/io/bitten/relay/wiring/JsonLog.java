package io.bitten.relay.wiring;

import io.bitten.adapters.json.Json;
import io.bitten.relay.RelayLog;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;

/**
 * The log as one JSON object a line, in files that roll ({@code relay-0.log} is the newest), and
 * alarms also to the given stream. Neither of the two keeps whoever says something.
 */
public final class JsonLog implements RelayLog, AutoCloseable {
  private static final int LONGEST = 2_000;

  private final String relay;
  private final List<LogWriter> writers;

  private JsonLog(String relay, FileHandler file, StreamHandler shown) {
    this.relay = relay;
    this.writers =
        List.of(
            new LogWriter(file, file::close, this::missing),
            new LogWriter(shown, shown::flush, this::missing));
  }

  /**
   * Opens the log of one relay.
   *
   * @throws IOException when the folder cannot be written
   */
  public static JsonLog open(RelayFile.Logs logs, String relay, OutputStream console)
      throws IOException {
    Files.createDirectories(logs.folder());
    FileHandler file =
        new FileHandler(
            logs.folder().toString().replace("%", "%%") + "/relay-%g.log",
            logs.megabytes() << 20,
            logs.files(),
            true);
    file.setEncoding("UTF-8");
    file.setFormatter(new Line());
    StreamHandler shown = new StreamHandler(console, new Line());
    shown.setEncoding("UTF-8");
    shown.setLevel(Level.WARNING);
    return new JsonLog(relay, file, shown);
  }

  @Override
  public void say(String what, String details) {
    write(Level.INFO, what, details);
  }

  @Override
  public void alarm(String what, String details) {
    write(Level.WARNING, what, details);
  }

  /** Waits for what is left, for some seconds at most. */
  @Override
  public void close() {
    writers.forEach(LogWriter::close);
  }

  private void write(Level level, String what, String details) {
    LogRecord line = line(level, what, details);
    writers.forEach(writer -> writer.write(line));
  }

  private LogRecord missing(long count) {
    return line(Level.WARNING, "log", count + " lines of the log are lost");
  }

  private LogRecord line(Level level, String what, String details) {
    LogRecord record = new LogRecord(level, what);
    record.setLoggerName(relay);
    record.setParameters(new Object[] {details});
    return record;
  }

  private static final class Line extends Formatter {
    @Override
    public String format(LogRecord record) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("at", Instant.ofEpochMilli(record.getMillis()).toString());
      fields.put("level", record.getLevel() == Level.WARNING ? "WARN" : "INFO");
      fields.put("relay", record.getLoggerName());
      fields.put("event", record.getMessage());
      fields.put("details", shortened(String.valueOf(record.getParameters()[0])));
      return Json.write(fields) + "\n";
    }

    private static String shortened(String text) {
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
  }
}
