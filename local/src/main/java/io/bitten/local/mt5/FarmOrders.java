package io.bitten.local.mt5;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.adapters.json.Fields;
import io.bitten.core.market.Direction;
import io.bitten.core.relay.Retcode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The farm's trade requests: what was asked, done at a terminal and answered in the farm's words.
 */
final class FarmOrders {
  private static final int MAX_TEXT = 200;

  private final Map<String, Terminal> terminals;
  private final Arrivals arrivals;

  FarmOrders(Map<String, Terminal> terminals, Arrivals arrivals) {
    this.terminals = terminals;
    this.arrivals = arrivals;
  }

  /**
   * A trade request that was understood; nothing is done before the work is run.
   *
   * @param terms equal for equal requests
   */
  record Request(String terms, Supplier<ObjectNode> work) {}

  Request execute(Fields body, long arrivedNanos) {
    String action = body.text("action", MAX_TEXT);
    long magic = magic(body);
    String comment = body.maybeText("comment", MAX_TEXT).orElse("");
    arrivals.add(new Arrivals.Arrival(arrivedNanos, magic, comment));
    return switch (action) {
      case "OPEN_TRADE" -> open(body, magic, comment);
      case "CLOSE_TRADE" -> close(body);
      case "MODIFY_TRADE" -> modify(body);
      default -> throw body.refuse("action", "must be OPEN_TRADE, CLOSE_TRADE or MODIFY_TRADE");
    };
  }

  private Request open(Fields body, long magic, String comment) {
    Terminal terminal = terminal(body);
    OpenRequest request =
        new OpenRequest(
            body.text("symbol", MAX_TEXT),
            direction(body),
            lots(body),
            notNegative(body, "stop_loss").orElse(BigDecimal.ZERO),
            notNegative(body, "take_profit").orElse(BigDecimal.ZERO),
            body.maybeWhole("max_deviation_points")
                .map(points -> (int) Math.min(points, OpenRequest.ANY_DEVIATION))
                .orElse(OpenRequest.ANY_DEVIATION),
            Set.of(),
            magic,
            comment);
    return new Request(
        terminal.broker().name() + " " + request,
        () ->
            answer(terminal, terminal.open(request), 0)
                .put("magic_number", magic)
                .put("comment", request.comment()));
  }

  /** Both /close and CLOSE_TRADE; {@code volume} or {@code lot_size} closes a part. */
  Request close(Fields body) {
    long ticket = body.whole("ticket");
    Terminal terminal = owner(body, ticket);
    BigDecimal lots =
        notNegative(body, "volume")
            .or(() -> notNegative(body, "lot_size"))
            .orElse(CloseRequest.ALL);
    CloseRequest request =
        new CloseRequest(ticket, lots, magic(body), body.maybeText("comment", MAX_TEXT).orElse(""));
    return new Request(
        terminal.broker().name() + " " + request,
        () -> answer(terminal, terminal.close(request), ticket));
  }

  /** A stop that is not named stays as it is; 0 takes it away. */
  private Request modify(Fields body) {
    long ticket = body.whole("ticket");
    Terminal terminal = owner(body, ticket);
    Optional<BigDecimal> stopLoss = notNegative(body, "stop_loss");
    Optional<BigDecimal> takeProfit = notNegative(body, "take_profit");
    return new Request(
        "modify %s %d %s %s".formatted(terminal.broker().name(), ticket, stopLoss, takeProfit),
        () -> {
          PositionStops now = stops(terminal, ticket);
          ModifyRequest request =
              new ModifyRequest(
                  ticket, stopLoss.orElse(now.stopLoss()), takeProfit.orElse(now.takeProfit()));
          return answer(terminal, terminal.modify(request), ticket);
        });
  }

  private record PositionStops(BigDecimal stopLoss, BigDecimal takeProfit) {}

  private static PositionStops stops(Terminal terminal, long ticket) {
    return terminal.positions().stream()
        .filter(position -> position.ticket() == ticket)
        .map(position -> new PositionStops(position.stopLoss(), position.takeProfit()))
        .findFirst()
        .orElse(new PositionStops(BigDecimal.ZERO, BigDecimal.ZERO));
  }

  private ObjectNode answer(Terminal terminal, Receipt receipt, long asked) {
    ObjectNode node = Wire.object();
    Retcode retcode = receipt.retcode();
    node.put("success", receipt.done()).put("broker", terminal.broker().name());
    long ticket = asked == 0 ? receipt.position() : asked;
    if (receipt.done()) {
      node.put("ticket", ticket).put("message", retcode.sentence() + " (simulated)");
      node.put("price", receipt.price()).put("volume", receipt.lots()).put("deal", receipt.deal());
    } else {
      node.put("error", retcode.sentence()).put("error_code", retcode.label());
      node.putNull("ticket");
    }
    node.put("retcode", retcode.code());
    node.put("execution_time", terminal.now().getEpochSecond());
    return node.put("simulated", true);
  }

  /** The pinned terminal, or the farm's first. */
  Terminal terminal(Fields body) {
    return body.maybeText("broker", MAX_TEXT)
        .map(this::named)
        .orElseGet(() -> terminals.values().iterator().next());
  }

  /** The pinned terminal, or the one that has the position open, or the farm's first. */
  private Terminal owner(Fields body, long ticket) {
    if (body.maybeText("broker", MAX_TEXT).isPresent()) {
      return terminal(body);
    }
    return terminals.values().stream()
        .filter(
            terminal ->
                terminal.positions().stream().anyMatch(position -> position.ticket() == ticket))
        .findFirst()
        .orElseGet(() -> terminal(body));
  }

  Terminal named(String broker) {
    if (!terminals.containsKey(broker)) {
      throw new BadField("broker", "broker must be one of " + terminals.keySet());
    }
    return terminals.get(broker);
  }

  private static Direction direction(Fields body) {
    return switch (body.text("direction", MAX_TEXT)) {
      case "BUY" -> Direction.BUY;
      case "SELL" -> Direction.SELL;
      default -> throw body.refuse("direction", "must be BUY or SELL");
    };
  }

  private static long magic(Fields body) {
    long magic = body.maybeWhole("magic_number").orElse(0L);
    if (magic < 0) {
      throw body.refuse("magic_number", "must not be negative");
    }
    return magic;
  }

  private static BigDecimal lots(Fields body) {
    BigDecimal lots = body.decimal("lot_size");
    if (lots.signum() <= 0) {
      throw body.refuse("lot_size", "must be more than 0");
    }
    return lots;
  }

  private static Optional<BigDecimal> notNegative(Fields body, String field) {
    Optional<BigDecimal> value = body.maybeDecimal(field);
    if (value.isPresent() && value.get().signum() < 0) {
      throw body.refuse(field, "must not be negative");
    }
    return value;
  }
}
