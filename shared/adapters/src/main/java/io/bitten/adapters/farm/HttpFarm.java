package io.bitten.adapters.farm;

import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.adapters.terminal.SymbolNames;
import io.bitten.core.account.AccountId;
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
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One account behind an MT5 farm. The formats are the farm's contract; what we add to it stands in
 * the package's documentation.
 */
public final class HttpFarm implements Route {
  private static final Lots A_CHANGE_FILLS_NOTHING = Lots.of("0.01");

  /** A farm that does not answer after its health within so many looks is not asked again. */
  private static final int HEALTH_ASKED = 3;

  private final FarmSettings settings;
  private final InstantSource time;
  private final FarmHttp http;
  private final SymbolNames names;
  private final FarmBodies bodies;
  private final FarmLook looks;
  private final FarmHistory histories;

  /** The account's currency as the last look told it; empty before the first. */
  private volatile String currency = "";

  private final AtomicInteger healthToAsk = new AtomicInteger(HEALTH_ASKED);

  public HttpFarm(AccountId account, FarmSettings settings, InstantSource time) {
    this(account, settings, time, Egress.straight());
  }

  public HttpFarm(AccountId account, FarmSettings settings, InstantSource time, Egress egress) {
    this.settings = settings;
    this.time = time;
    this.http = new FarmHttp(settings, egress);
    this.names = new SymbolNames(settings.symbols());
    this.bodies = new FarmBodies(settings.broker(), names, time);
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
    Optional<String> netting = looks.margin().netting();
    if (netting.isPresent()) {
      return new Answer.No("NETTING_ACCOUNT", notHedging(netting.get()) + ".");
    }
    Optional<String> symbol = names.terminalName(entry.symbol());
    if (symbol.isEmpty()) {
      return unnamed(entry.symbol());
    }
    Permit inTime = () -> time.instant().isBefore(entry.deadline());
    if (!inTime.holds()) {
      return new Answer.NotSent("its time was up before the first byte");
    }
    return FarmAnswers.read(
        http.post(
            "/execute", bodies.open(entry, symbol.get()), () -> inTime.holds() && permit.holds()),
        new FarmAnswers.Asked(entry.id().value(), entry.magic(), settings.broker(), entry.lots()));
  }

  @Override
  public Answer close(PositionClose close) {
    FarmAnswers.Asked asked =
        new FarmAnswers.Asked("", close.magic(), settings.broker(), close.lots());
    FarmReply reply = http.post("/close", bodies.close(close));
    Answer answer = FarmAnswers.read(reply, asked);
    if (!reply.unknownPath() || fromTerminal(answer)) {
      return answer;
    }
    return FarmAnswers.read(http.post("/execute", bodies.closeTrade(close)), asked);
  }

  @Override
  public Answer modify(StopChange change) {
    return FarmAnswers.read(
        http.post("/execute", bodies.modify(change)),
        new FarmAnswers.Asked("", change.magic(), settings.broker(), A_CHANGE_FILLS_NOTHING));
  }

  @Override
  public Look look() {
    try {
      if (!looks.connected(ask("/status"))) {
        return new Look.Incomplete("the terminal is not connected");
      }
      // A slow farm's positions are as old as the question, and a limit on their age counts that.
      Instant asked = time.instant();
      Fields positions = ask("/positions?broker=" + broker());
      Look.Complete look = looks.look(positions, ask("/live_data?broker=" + broker()), asked);
      currency = look.snapshot().balance().currency().code();
      askHealth();
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
      Fields health = ask("/health");
      String status = health.text("status", 100);
      if (!looks.connected(ask("/status"))) {
        return new RouteHealth.Down("the terminal of " + settings.broker() + " is not connected");
      }
      looks.learnHealth(health);
      learned(http.get("/live_data?broker=" + broker()));
      return looks
          .margin()
          .netting()
          .<RouteHealth>map(said -> new RouteHealth.Down(notHedging(said)))
          .orElseGet(() -> new RouteHealth.Up(up(status)));
    } catch (FarmSilent | BadJson e) {
      return new RouteHealth.Down(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void reset() {
    http.reset();
  }

  /** Some farms tell of the account's margin mode here alone, which does not change. */
  private void askHealth() {
    if (healthToAsk.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
      return;
    }
    FarmReply reply = http.get("/health");
    if (reply instanceof FarmReply.Got got && got.status() < 500) {
      healthToAsk.set(0);
    }
    try {
      looks.learnHealth(body("/health", reply));
    } catch (FarmSilent | BadJson e) {
      // What the farm does not tell here it may tell beside the account's money.
      return;
    }
  }

  private String up(String status) {
    return "farm " + status + ", broker " + settings.broker() + " connected";
  }

  private String notHedging(String said) {
    return "The account of %s is not a hedging account (%s): nothing is opened on it"
        .formatted(settings.broker(), said);
  }

  private boolean learned(FarmReply live) {
    try {
      looks.learn(body("/live_data", live));
      return true;
    } catch (FarmSilent | BadJson e) {
      return false;
    }
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

  /** A question got no usable answer. */
  private static final class FarmSilent extends RuntimeException {
    private FarmSilent(String message) {
      super(message);
    }
  }
}
