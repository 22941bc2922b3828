package io.bitten.local.mt5;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * The farm's trade requests: what was asked, done at a terminal and answered in the farm's words.
 */
final class FarmOrders {
  private final Map<String, Terminal> terminals;
  private final Arrivals arrivals;

  FarmOrders(Map<String, Terminal> terminals, Arrivals arrivals) {
    this.terminals = terminals;
    this.arrivals = arrivals;
  }

  /** A trade request that was understood; nothing is done before {@link #run}. */
  @FunctionalInterface
  interface Request {
    ObjectNode run();
  }

  Request execute(FarmBody body, long arrivedNanos) {
    String action = body.text("action");
    long magic = body.optionalWhole("magic_number").orElse(0L);
    String comment = body.optionalText("comment").orElse("");
    arrivals.add(new Arrivals.Arrival(arrivedNanos, magic, comment));
    return switch (action) {
      case "OPEN_TRADE" -> open(body, magic, comment);
      case "CLOSE_TRADE" -> close(body);
      case "MODIFY_TRADE" -> modify(body);
      default ->
          throw new BadField("action", "action must be OPEN_TRADE, CLOSE_TRADE or MODIFY_TRADE");
    };
  }

  private Request open(FarmBody body, long magic, String comment) {
    Terminal terminal = terminal(body);
    OpenRequest request =
        new OpenRequest(
            body.text("symbol"),
            body.direction(),
            body.positive("lot_size"),
            body.optionalDecimal("stop_loss").orElse(BigDecimal.ZERO),
            body.optionalDecimal("take_profit").orElse(BigDecimal.ZERO),
            body.optionalWhole("max_deviation_points")
                .map(points -> (int) Math.min(points, OpenRequest.ANY_DEVIATION))
                .orElse(OpenRequest.ANY_DEVIATION),
            Set.of(),
            magic,
            comment);
    return () -> answer(terminal, terminal.open(request), 0);
  }

  /** Both /close and CLOSE_TRADE; {@code volume} or {@code lot_size} closes a part. */
  Request close(FarmBody body) {
    long ticket = body.whole("ticket");
    Terminal terminal = owner(body, ticket);
    BigDecimal lots =
        body.optionalDecimal("volume")
            .or(() -> body.optionalDecimal("lot_size"))
            .orElse(CloseRequest.ALL);
    CloseRequest request =
        new CloseRequest(
            ticket,
            lots,
            body.optionalWhole("magic_number").orElse(0L),
            body.optionalText("comment").orElse(""));
    return () -> answer(terminal, terminal.close(request), ticket);
  }

  /** A stop that is not named stays as it is; 0 takes it away. */
  private Request modify(FarmBody body) {
    long ticket = body.whole("ticket");
    Terminal terminal = owner(body, ticket);
    var stopLoss = body.optionalDecimal("stop_loss");
    var takeProfit = body.optionalDecimal("take_profit");
    return () -> {
      PositionStops now =
          terminal.positions().stream()
              .filter(position -> position.ticket() == ticket)
              .map(position -> new PositionStops(position.stopLoss(), position.takeProfit()))
              .findFirst()
              .orElse(new PositionStops(BigDecimal.ZERO, BigDecimal.ZERO));
      ModifyRequest request =
          new ModifyRequest(
              ticket, stopLoss.orElse(now.stopLoss()), takeProfit.orElse(now.takeProfit()));
      return answer(terminal, terminal.modify(request), ticket);
    };
  }

  private record PositionStops(BigDecimal stopLoss, BigDecimal takeProfit) {}

  private ObjectNode answer(Terminal terminal, Receipt receipt, long asked) {
    ObjectNode node = Wire.object();
    Retcode retcode = receipt.retcode();
    node.put("success", retcode.done()).put("broker", terminal.broker().name());
    long ticket = asked == 0 ? receipt.position() : asked;
    if (retcode.done()) {
      node.put("ticket", ticket).put("message", retcode.text() + " (simulated)");
      node.put("price", receipt.price()).put("volume", receipt.lots()).put("deal", receipt.deal());
    } else {
      node.put("error", retcode.text()).put("error_code", retcode.mqlName());
      node.putNull("ticket");
    }
    node.put("retcode", retcode.code());
    node.put("execution_time", terminal.now().getEpochSecond());
    return node.put("simulated", true);
  }

  /** The pinned terminal, or the farm's first. */
  Terminal terminal(FarmBody body) {
    return body.optionalText("broker")
        .map(this::named)
        .orElseGet(() -> terminals.values().iterator().next());
  }

  /** The pinned terminal, or the one that has the position open, or the farm's first. */
  private Terminal owner(FarmBody body, long ticket) {
    if (body.optionalText("broker").isPresent()) {
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
}
