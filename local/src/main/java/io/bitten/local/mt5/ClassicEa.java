package io.bitten.local.mt5;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.market.Direction;
import io.bitten.core.relay.Retcode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A simulated Expert Advisor of the classic file bridge. It reads one instruction, takes it away,
 * trades, overwrites the result and writes its status now and then. As the deployed ones do, it
 * remembers nothing over a restart, runs what it finds, runs an id twice when it comes twice, and
 * sends an entry again when the return code was not done, of which the result tells the last alone.
 */
public final class ClassicEa {
  private static final int FIELDS = 7;
  private static final int MAX_INSTRUCTION_BYTES = 4_096;
  private static final int TRIES = 3;

  private final Terminal terminal;
  private final Settings settings;
  private final LongSupplier nanoTime;
  private boolean statusWritten;
  private long statusAt;

  /** What the EA understands beyond opening. */
  public enum Dialect {
    /** Opens only, and counts its positions in the status. */
    OPENS,
    /** Also closes a ticket, and lists its positions and the account in the status. */
    CLOSES
  }

  /**
   * @param folder the terminal's MQL5/Files
   * @param magic put on every position
   * @param heartbeat how often the status is written, real time
   */
  public record Settings(
      Path folder,
      String instructionFile,
      String resultFile,
      String statusFile,
      long magic,
      Duration heartbeat,
      Dialect dialect) {
    /** The names, the magic and the heartbeat that are usual. */
    public static Settings usual(Path folder, Dialect dialect) {
      return new Settings(
          folder,
          "bitten_instructions.txt",
          "bitten_results.txt",
          "bitten_status.txt",
          20_250_626,
          Duration.ofSeconds(5),
          dialect);
    }
  }

  /**
   * @param nanoTime a monotonic ticker of real time, because a terminal's timer is one
   */
  public ClassicEa(Terminal terminal, Settings settings, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  /** One timer event: at most one instruction. */
  public void step() {
    try {
      String line = taken(settings.folder().resolve(settings.instructionFile()));
      if (!line.isEmpty()) {
        Files.writeString(settings.folder().resolve(settings.resultFile()), run(line).toString());
      }
      long now = nanoTime.getAsLong();
      if (!statusWritten || now - statusAt >= settings.heartbeat().toNanos()) {
        Files.writeString(settings.folder().resolve(settings.statusFile()), status().toString());
        statusWritten = true;
        statusAt = now;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the bridge's folder " + settings.folder(), e);
    }
  }

  /**
   * The instruction, which is taken away; empty where there is none. Whoever wrote it may take it
   * back at any moment: what was read by then is run all the same.
   */
  private static String taken(Path file) throws IOException {
    String text;
    try (var in = Files.newInputStream(file)) {
      text = new String(in.readNBytes(MAX_INSTRUCTION_BYTES));
    } catch (NoSuchFileException nothing) {
      return "";
    }
    Files.deleteIfExists(file);
    return text.lines().findFirst().orElse("").strip();
  }

  private ObjectNode run(String line) {
    String[] fields = line.split(",", -1);
    if (fields.length != FIELDS) {
      return result(fields[0], "failed", "Invalid instruction format");
    }
    try {
      boolean closes = settings.dialect() == Dialect.CLOSES && fields[2].equals("CLOSE");
      return answer(fields[0], closes ? terminal.close(close(fields)) : opened(open(fields)));
    } catch (IllegalArgumentException e) {
      return result(fields[0], "failed", "Invalid instruction: " + e.getMessage());
    }
  }

  private Receipt opened(OpenRequest request) {
    Receipt receipt = terminal.open(request);
    for (int i = 1; i < TRIES && !receipt.done(); i++) {
      receipt = terminal.open(request);
    }
    return receipt;
  }

  /** TP comes before SL. */
  private OpenRequest open(String[] fields) {
    return new OpenRequest(
        fields[1],
        Direction.valueOf(fields[2]),
        new BigDecimal(fields[3]),
        new BigDecimal(fields[6]),
        new BigDecimal(fields[5]),
        OpenRequest.ANY_DEVIATION,
        Set.of(),
        settings.magic(),
        "BITTEN_" + fields[0]);
  }

  /** The ticket stands where an order has its price; 0 lots are all. */
  private CloseRequest close(String[] fields) {
    return new CloseRequest(
        Long.parseLong(fields[4]), new BigDecimal(fields[3]), settings.magic(), fields[0]);
  }

  private ObjectNode answer(String id, Receipt receipt) {
    Retcode retcode = receipt.retcode();
    if (!receipt.done()) {
      return result(id, "failed", retcode.sentence() + " (" + retcode.code() + ")");
    }
    return result(id, "success", retcode.sentence())
        .put("ticket", receipt.position())
        .put("price", receipt.price());
  }

  private ObjectNode result(String id, String status, String message) {
    ObjectNode node = Wire.object();
    node.put("id", id).put("status", status).put("ticket", 0).put("message", message);
    node.put("price", BigDecimal.ZERO).put("timestamp", TerminalTime.text(terminal.now()));
    node.set("account", FarmViews.account(terminal.account()));
    return node.put("simulated", true);
  }

  private ObjectNode status() {
    List<PositionView> positions = terminal.positions();
    ObjectNode node =
        Wire.object()
            .put("type", "heartbeat")
            .put("message", "BITTEN EA running (simulated)")
            .put("timestamp", TerminalTime.text(terminal.now()))
            .put("connected", terminal.switches().connected())
            .put("positions", positions.size())
            .put("orders", 0)
            .put("simulated", true);
    if (settings.dialect() == Dialect.CLOSES) {
      ArrayNode list = node.putArray("positions");
      positions.forEach(position -> list.add(FarmViews.position(position)));
      node.set("account", FarmViews.account(terminal.account()));
    }
    return node;
  }
}
