package io.bitten.functions.hud;

import io.bitten.adapters.json.BadJson;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.Trader;
import io.bitten.functions.HttpEvent;
import io.bitten.functions.HttpReply;
import io.bitten.functions.RateLimit;
import io.bitten.functions.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the route, asks who is calling, answers. */
final class HudApi {
  private static final int REQUESTS = 30;
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration TELEGRAM_ANSWERS = Duration.ofSeconds(3);
  private static final String BEARER = "Bearer ";

  private final World world;
  private final Settings settings;
  private final SessionTokens sessions;
  private final RateLimit limit = new RateLimit(REQUESTS, WINDOW);
  private final Map<String, Function<HttpEvent, HttpReply>> open;
  private final Map<String, Function<Caller, HttpReply>> personal;

  HudApi(World world, Settings settings) {
    this.world = world;
    this.settings = settings;
    this.sessions = new SessionTokens(() -> settings.requiredSecret("SESSION_KEY"));
    this.open =
        Map.of(
            "GET /health", health()::answer,
            "GET /api/openapi.json", event -> HttpReply.document(OpenApi.text()),
            "POST /api/session", new Login(world, settings, sessions)::answer);
    this.personal =
        Map.of(
            "GET /api/user/profile", new Profile(world, settings.rules())::answer,
            "GET /api/signals/live", new LiveSignals(world, settings.rules())::answer,
            "GET /api/positions", new Positions(world)::answer,
            "GET /api/trades/history", new TradeHistory(world)::answer,
            "POST /api/trades/execute", new Execute(world, settings.rules())::answer);
  }

  private Health health() {
    return new Health(
        world, new TelegramLook(world.messenger()::name, settings.realTime(), TELEGRAM_ANSWERS));
  }

  /** Method and path of everything that is served. */
  Set<String> routes() {
    Set<String> routes = new HashSet<>(open.keySet());
    routes.addAll(personal.keySet());
    return routes;
  }

  HttpReply answer(HttpEvent event) {
    String route = event.method() + " " + event.path();
    try {
      if (open.containsKey(route)) {
        return open.get(route).apply(event);
      }
      if (personal.containsKey(route)) {
        return personal(event, personal.get(route));
      }
    } catch (BadJson e) {
      return HttpReply.problem(400, "BAD_REQUEST", e.field(), e.sentence());
    } catch (BadQuery e) {
      return HttpReply.problem(400, "BAD_REQUEST", e.field(), e.sentence());
    }
    return unserved(event);
  }

  private HttpReply unserved(HttpEvent event) {
    List<String> methods =
        routes().stream()
            .filter(route -> route.endsWith(" " + event.path()))
            .map(route -> route.substring(0, route.indexOf(' ')))
            .toList();
    return methods.isEmpty()
        ? HttpReply.problem(404, "NO_SUCH_ROUTE", "There is no " + event.path() + " here.")
        : HttpReply.problem(
                405, "WRONG_METHOD", event.path() + " takes " + String.join(", ", methods) + ".")
            .allowing(methods);
  }

  private HttpReply personal(HttpEvent event, Function<Caller, HttpReply> answer) {
    Instant now = world.time().instant();
    Optional<Trader> trader = caller(event);
    if (trader.isEmpty()) {
      return HttpReply.problem(401, "NO_SESSION", "Please log in again.");
    }
    long wait = limit.take(trader.get().id().value(), now);
    return wait > 0
        ? HttpReply.problem(429, "TOO_MANY", "At most 30 requests a minute.").after(wait)
        : answer.apply(new Caller(trader.get(), event, now));
  }

  private Optional<Trader> caller(HttpEvent event) {
    String header = event.header("authorization");
    return header.startsWith(BEARER)
        ? sessions
            .read(header.substring(BEARER.length()), settings.realTime().instant())
            .flatMap(world.traders()::find)
            .map(Versioned::value)
        : Optional.empty();
  }
}
