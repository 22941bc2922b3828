package io.bitten.adapters.farm;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.terminal.SymbolNames;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.RouteName;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.Permit;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Retcode;
import io.bitten.core.relay.Route;
import io.bitten.core.relay.RouteHealth;
import io.bitten.core.relay.StopChange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One account behind an MT5 farm. The formats are the farm's contract; what we add to it stands in
 * the package's documentation.
 */
public final class HttpFarm implements Route {
  private static final JsonMapper WRITER =
      JsonMapper.builder()
          .nodeFactory(new JsonNodeFactory(true))
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private static final Lots A_CHANGE_FILLS_NOTHING = Lots.of("0.01");

  private final FarmSettings settings;
  private final InstantSource time;
  private final FarmHttp http;
  private final SymbolNames names;
  private final FarmLook looks;
  private final FarmHistory histories;

  /** The account's currency as the last look told it; empty before the first. */
  private volatile String currency = "";

  public HttpFarm(AccountId account, FarmSettings settings, InstantSource time) {
    this(account, settings, time, new Outbound.Straight());
  }

  public HttpFarm(AccountId account, FarmSettings settings, InstantSource time, Outbound outbound) {
    this.settings = settings;
    this.time = time;
    this.http = new FarmHttp(settings, outbound);
    this.names = new SymbolNames(settings.symbols());
    this.looks = new FarmLook(account, settings.broker(), names);
    this.histories = new FarmHistory(settings.broker(), names, looks.clock());
  }

  @Override
  public RouteName name() {
    return RouteName.FARM;
  }

  @Override
  public Answer open(Entry entry, Permit permit) {
    if (names.needsList(entry.symbol()) && !learned(http.get("/live_data?broker=" + broker()))) {
      return new Answer.NotSent("the terminal's symbol names could not be asked for");
    }
    Optional<String> symbol = names.terminalName(entry.symbol());
    if (symbol.isEmpty()) {
      return unnamed(entry.symbol());
    }
    ObjectNode body = trade("OPEN_TRADE", entry.magic(), entry.id().value());
    body.put("symbol", symbol.get())
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
    Permit inTime = () -> time.instant().isBefore(entry.deadline());
    if (!inTime.holds()) {
      return new Answer.NotSent("its time was up before the first byte");
    }
    return FarmAnswers.read(
        http.post("/execute", bytes(body), () -> inTime.holds() && permit.holds()),
        new FarmAnswers.Asked(entry.id().value(), entry.magic(), settings.broker(), entry.lots()));
  }

  @Override
  public Answer close(PositionClose close) {
    FarmAnswers.Asked asked =
        new FarmAnswers.Asked("", close.magic(), settings.broker(), close.lots());
    ObjectNode body = WRITER.createObjectNode();
    body.put("ticket", close.ticket().value())
        .put("broker", settings.broker())
        .put("magic_number", close.magic().value())
        .put("comment", close.id());
    FarmReply reply = http.post("/close", bytes(body));
    Answer answer = FarmAnswers.read(reply, asked);
    if (!reply.unknownPath() || fromTerminal(answer)) {
      return answer;
    }
    ObjectNode older = trade("CLOSE_TRADE", close.magic(), close.id());
    names.terminalName(close.symbol()).ifPresent(symbol -> older.put("symbol", symbol));
    older
        .put("ticket", close.ticket().value())
        .put("direction", close.direction().opposite().name())
        .put("lot_size", close.lots().value());
    return FarmAnswers.read(http.post("/execute", bytes(older)), asked);
  }

  @Override
  public Answer modify(StopChange change) {
    ObjectNode body = trade("MODIFY_TRADE", change.magic(), change.id());
    names.terminalName(change.symbol()).ifPresent(symbol -> body.put("symbol", symbol));
    body.put("ticket", change.ticket().value())
        .put("stop_loss", change.stopLoss().value())
        .put("take_profit", change.target());
    return FarmAnswers.read(
        http.post("/execute", bytes(body)),
        new FarmAnswers.Asked("", change.magic(), settings.broker(), A_CHANGE_FILLS_NOTHING));
  }

  @Override
  public Look look() {
    try {
      if (!looks.connected(ask("/status"))) {
        return new Look.Incomplete("the terminal is not connected");
      }
      Fields positions = ask("/positions?broker=" + broker());
      Look.Complete look =
          looks.look(positions, ask("/live_data?broker=" + broker()), time.instant());
      currency = look.snapshot().balance().currency().code();
      return look;
    } catch (FarmSilent | BadJson | IllegalArgumentException e) {
      return new Look.Incomplete(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public History history(Instant since) {
    try {
      String path = "/history?broker=" + broker() + "&from=" + since.getEpochSecond();
      FarmReply reply = http.get(path);
      if (reply.unknownPath()) {
        return new History.NotOffered();
      }
      Fields deals = body(path, reply);
      return currency.isEmpty()
          ? new History.Incomplete("the account's currency is not known yet")
          : new History.Complete(histories.deals(deals, new Currency(currency)));
    } catch (FarmSilent | BadJson | IllegalArgumentException e) {
      return new History.Incomplete(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public RouteHealth health() {
    try {
      String status = ask("/health").text("status", 100);
      return looks.connected(ask("/status"))
          ? new RouteHealth.Up("farm " + status + ", broker " + settings.broker() + " connected")
          : new RouteHealth.Down("the terminal of " + settings.broker() + " is not connected");
    } catch (FarmSilent | BadJson e) {
      return new RouteHealth.Down(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void reset() {
    http.reset();
  }

  private boolean learned(FarmReply live) {
    try {
      looks.learn(body("/live_data", live));
      return true;
    } catch (FarmSilent | BadJson e) {
      return false;
    }
  }

  private ObjectNode trade(String action, Magic magic, String comment) {
    ObjectNode body = WRITER.createObjectNode();
    return body.put("action", action)
        .put("broker", settings.broker())
        .put("magic_number", magic.value())
        .put("comment", comment)
        .put("timestamp", time.instant().getEpochSecond());
  }

  private Fields ask(String path) {
    return body(path, http.get(path));
  }

  private static Fields body(String path, FarmReply reply) {
    return switch (reply) {
      case FarmReply.Got got when got.status() == 200 -> Fields.of(got.body());
      case FarmReply.Got got -> throw new FarmSilent(path + " answered " + got.status());
      case FarmReply.NotSent notSent -> throw new FarmSilent(path + ": " + notSent.why());
      case FarmReply.Lost lost -> throw new FarmSilent(path + ": " + lost.why());
    };
  }

  /** A terminal's own code under a 404: the path is known, it is the position that is not. */
  private static boolean fromTerminal(Answer answer) {
    return answer instanceof Answer.No no && Retcode.find(no.code()).isPresent();
  }

  private Answer unnamed(Symbol symbol) {
    return new Answer.No(
        "RELAY_SYMBOL_UNKNOWN",
        "The terminal of " + settings.broker() + " has no single name for " + symbol + ".");
  }

  private String broker() {
    return URLEncoder.encode(settings.broker(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ObjectNode body) {
    try {
      return WRITER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an object of plain values can be written", e);
    }
  }

  /** A question got no usable answer. */
  private static final class FarmSilent extends RuntimeException {
    private FarmSilent(String message) {
      super(message);
    }
  }
}
