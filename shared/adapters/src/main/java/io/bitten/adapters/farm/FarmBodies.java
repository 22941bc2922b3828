package io.bitten.adapters.farm;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.adapters.terminal.SymbolNames;
import io.bitten.core.account.Magic;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.StopChange;
import java.time.InstantSource;

/** What is posted to a farm, field by field. */
final class FarmBodies {
  private static final JsonMapper WRITER =
      JsonMapper.builder()
          .nodeFactory(new JsonNodeFactory(true))
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final String broker;
  private final SymbolNames names;
  private final InstantSource time;

  FarmBodies(String broker, SymbolNames names, InstantSource time) {
    this.broker = broker;
    this.names = names;
    this.time = time;
  }

  /**
   * For {@code /execute}.
   *
   * @param symbol the terminal's name of the entry's symbol
   */
  byte[] open(Entry entry, String symbol) {
    ObjectNode body = trade("OPEN_TRADE", entry.magic(), entry.id().value());
    body.put("symbol", symbol)
        .put("direction", entry.direction().name())
        .put("lot_size", entry.lots().value())
        .put("stop_loss", entry.stopLoss().value())
        .put("take_profit", entry.takeProfit().value())
        .put("max_deviation_points", entry.deviationPoints())
        .put("order_id", entry.id().value())
        .put("attempt", entry.attempt())
        .put("deadline_ms", entry.deadline().toEpochMilli())
        .put("epoch", entry.epoch())
        .put("halt_epoch", entry.haltEpoch());
    return bytes(body);
  }

  /** For {@code /close}. */
  byte[] close(PositionClose close) {
    ObjectNode body = WRITER.createObjectNode();
    body.put("ticket", close.ticket().value())
        .put("broker", broker)
        .put("magic_number", close.magic().value())
        .put("comment", close.id());
    return bytes(body);
  }

  /** For {@code /execute} of a farm that has no {@code /close}. */
  byte[] closeTrade(PositionClose close) {
    ObjectNode body = trade("CLOSE_TRADE", close.magic(), close.id());
    names.terminalName(close.symbol()).ifPresent(symbol -> body.put("symbol", symbol));
    body.put("ticket", close.ticket().value())
        .put("direction", close.direction().opposite().name())
        .put("lot_size", close.lots().value());
    return bytes(body);
  }

  /** For {@code /execute}. */
  byte[] modify(StopChange change) {
    ObjectNode body = trade("MODIFY_TRADE", change.magic(), change.id());
    names.terminalName(change.symbol()).ifPresent(symbol -> body.put("symbol", symbol));
    body.put("ticket", change.ticket().value())
        .put("stop_loss", change.stopLoss().value())
        .put("take_profit", change.target());
    return bytes(body);
  }

  private ObjectNode trade(String action, Magic magic, String comment) {
    ObjectNode body = WRITER.createObjectNode();
    return body.put("action", action)
        .put("broker", broker)
        .put("magic_number", magic.value())
        .put("comment", comment)
        .put("timestamp", time.instant().getEpochSecond());
  }

  private static byte[] bytes(ObjectNode body) {
    try {
      return WRITER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an object of plain values can be written", e);
    }
  }
}
