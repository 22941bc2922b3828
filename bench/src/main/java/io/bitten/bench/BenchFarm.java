package io.bitten.bench;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.core.account.Magic;
import io.bitten.local.loopback.Answer;
import io.bitten.local.loopback.Call;
import io.bitten.local.loopback.Endpoint;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** A farm that does nothing but answer: every entry is filled at once, and when it came is kept. */
final class BenchFarm implements Endpoint {
  static final String BROKER = "bench";

  /** Deals told at most, more than any account of ours waits for. */
  private static final int MOST_DEALS = 100;

  /** Positions open at most: one more and the oldest is closed, so a look stays the same size. */
  private final int most;

  private final Deque<Position> positions = new ArrayDeque<>();
  private final Deque<String> deals = new ArrayDeque<>();
  private final Map<Long, Long> arrivals = new ConcurrentHashMap<>();
  private final AtomicLong tickets = new AtomicLong(1_000);

  private record Position(long ticket, Magic magic, String text) {}

  BenchFarm(int most) {
    this.most = most;
  }

  /** When the order with the magic came, by the nanosecond clock; 0 when it has not. */
  long arrival(Magic magic) {
    return arrivals.getOrDefault(magic.value(), 0L);
  }

  /** Opens a position and answers its ticket. */
  long open(Magic magic, String comment) {
    long ticket = tickets.incrementAndGet();
    String position =
        """
        {"broker":"bench","ticket":%d,"symbol":"EURUSD","type":"BUY","volume":0.01,\
        "open_price":1.1001,"sl":1.095,"tp":1.105,"profit":0,"swap":0,"commission":0,\
        "magic":%d,"comment":"%s","open_time":"%s"}\
        """
            .formatted(ticket, magic.value(), comment, Instant.now());
    synchronized (positions) {
      positions.addLast(new Position(ticket, magic, position));
      if (positions.size() > most) {
        close(positions.removeFirst());
      }
    }
    return ticket;
  }

  private void close(Position position) {
    deals.addLast(
        """
        {"ticket":%d,"position":%d,"symbol":"EURUSD","type":"SELL","entry":"OUT","volume":0.01,\
        "price":1.105,"profit":4.9,"swap":0,"commission":0,"magic":%d,"comment":"","reason":"TP",\
        "time":"%s"}\
        """
            .formatted(
                tickets.incrementAndGet(),
                position.ticket(),
                position.magic().value(),
                Instant.now()));
    if (deals.size() > MOST_DEALS) {
      deals.removeFirst();
    }
  }

  @Override
  public Answer answer(Call call) {
    try {
      return new Answer.Reply(200, body(call));
    } catch (BadJson e) {
      return new Answer.Reply(400, "{\"success\":false}");
    }
  }

  private String body(Call call) {
    return switch (call.path()) {
      case "/execute" -> execute(call);
      case "/positions" -> positions();
      case "/live_data" -> live();
      case "/history" -> history();
      default -> "{\"status\":\"ok\",\"brokers\":{\"bench\":{\"connected\":true}}}";
    };
  }

  private String execute(Call call) {
    Fields body = Fields.of(call.body());
    Magic magic = new Magic(body.whole("magic_number"));
    arrivals.put(magic.value(), call.arrivedNanos());
    String id = body.text("order_id", 64);
    return """
    {"success":true,"broker":"bench","ticket":%d,"price":1.1001,"volume":0.01,"retcode":10009,\
    "order_id":"%s","magic_number":%d}\
    """
        .formatted(open(magic, id), id, magic.value());
  }

  private String positions() {
    synchronized (positions) {
      return "{\"complete\":true,\"connected\":true,\"count\":%d,\"positions\":[%s]}"
          .formatted(
              positions.size(),
              positions.stream().map(Position::text).collect(Collectors.joining(",")));
    }
  }

  private String history() {
    synchronized (positions) {
      return "{\"complete\":true,\"deals\":[%s]}".formatted(String.join(",", deals));
    }
  }

  private static String live() {
    return """
    {"brokers":{"bench":{"EURUSD":{"bid":1.1,"ask":1.1001,"spread":10,"time":"%s"}}},\
    "account":{"balance":10000,"equity":10000,"margin":0,"free_margin":10000,"currency":"USD"},\
    "specs":{"bench":{"EURUSD":{"digits":5,"contract_size":100000,"tick_size":0.00001,\
    "tick_value":1,"volume_min":0.01,"volume_step":0.01,"volume_max":100,"stops_level":0}}}}\
    """
        .formatted(Instant.now());
  }
}
