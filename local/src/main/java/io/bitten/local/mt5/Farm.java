package io.bitten.local.mt5;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.adapters.json.BadJson;
import io.bitten.adapters.json.Fields;
import io.bitten.local.loopback.Answer;
import io.bitten.local.loopback.Call;
import io.bitten.local.loopback.Endpoint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A simulated MT5 farm: an HTTP service in front of several terminals. Bad input is answered with a
 * 4xx, a sentence and the field's name; a trade that was refused with 200 and the return code.
 */
public final class Farm implements Endpoint {
  private final byte[] token;
  private final FarmProfile profile;
  private final Map<String, Terminal> terminals;
  private final Arrivals arrivals = new Arrivals();
  private final FarmOrders orders;
  private final LastHop lastHop;
  private final FarmFaults faults = new FarmFaults();

  Farm(String token, FarmProfile profile, Map<String, Terminal> terminals, FarmMemory memory) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.profile = profile;
    this.terminals = terminals;
    this.orders = new FarmOrders(terminals, arrivals);
    this.lastHop = new LastHop(memory, () -> terminals.values().iterator().next().now());
  }

  @Override
  public Answer answer(Call call) {
    String offered = call.header("authorization").orElse("");
    byte[] bearer =
        (offered.startsWith("Bearer ") ? offered.substring(7) : "")
            .getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(bearer, token)) {
      return refusal(401, "authorization", "a Bearer token is required");
    }
    try {
      return faults.around(call.path(), prepared(call));
    } catch (BadJson e) {
      return refusal(400, e.field().isEmpty() ? "body" : e.field(), e.getMessage());
    } catch (BadField e) {
      return refusal(400, e.field(), e.getMessage());
    }
  }

  /** What goes wrong with the next call of the route, such as /execute. */
  public void fault(String path, FarmFault fault) {
    faults.add(path, fault);
  }

  /** Does what a broken connection left undone; how many requests that were. */
  public int releaseLate() {
    return faults.releaseLate();
  }

  /** A restart that lost the ids the farm had seen. */
  public void forget() {
    lastHop.forget();
  }

  public Arrivals arrivals() {
    return arrivals;
  }

  private FarmFaults.Work prepared(Call call) {
    return switch (call.method() + " " + call.path()) {
      case "GET /health" -> () -> Answer.json(200, FarmViews.health(terminals.values()));
      case "GET /status" -> () -> status(call);
      case "GET /positions" -> () -> Answer.json(200, FarmViews.positions(chosen(call)));
      case "GET /live_data" -> () -> Answer.json(200, FarmViews.liveData(chosen(call)));
      case "GET /history" -> () -> history(call);
      case "POST /execute" -> {
        Fields body = Fields.of(call.body());
        FarmOrders.Request request = orders.execute(body, call.arrivedNanos());
        yield profile.aware() ? lastHop.guard(body, request) : () -> done(request);
      }
      case "POST /close" -> () -> close(call);
      default -> () -> unknownRoute(call);
    };
  }

  private Answer status(Call call) {
    Optional<String> coid = call.parameter("coid");
    if (coid.isEmpty()) {
      return Answer.json(200, FarmViews.status(terminals.values()));
    }
    return profile.aware()
        ? Answer.json(200, lastHop.status(coid.get()))
        : refusal(400, "coid", "this farm does not know client order ids");
  }

  private Answer close(Call call) {
    if (!profile.hasCloseRoute()) {
      return refusal(404, "path", "there is no POST /close");
    }
    return done(orders.close(Fields.of(call.body())));
  }

  private Answer history(Call call) {
    if (!profile.aware()) {
      return refusal(404, "path", "there is no GET /history");
    }
    Instant from = moment(call.parameter("from").orElse(""));
    Predicate<Deal> wanted = deal -> !deal.time().isBefore(from);
    Optional<String> magic = call.parameter("magic");
    if (magic.isPresent() && !magic.get().matches("\\d{1,18}")) {
      throw new BadField("magic", "magic must be a whole number");
    }
    return Answer.json(
        200,
        FarmViews.history(
            chosen(call),
            magic
                .map(Long::parseLong)
                .map(number -> wanted.and(deal -> deal.magic() == number))
                .orElse(wanted)));
  }

  private Collection<Terminal> chosen(Call call) {
    return call.parameter("broker")
        .<Collection<Terminal>>map(name -> List.of(orders.named(name)))
        .orElseGet(terminals::values);
  }

  private static Answer done(FarmOrders.Request request) {
    return Answer.json(200, request.work().get());
  }

  private static Instant moment(String text) {
    if (text.matches("\\d{9,11}")) {
      return Instant.ofEpochSecond(Long.parseLong(text));
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new BadField("from", "from must be epoch seconds or an ISO-8601 instant");
    }
  }

  private static Answer unknownRoute(Call call) {
    return refusal(404, "path", "there is no " + call.method() + " " + call.path());
  }

  static Answer refusal(int status, String field, String sentence) {
    ObjectNode node = Wire.object();
    node.put("success", false).put("error", sentence).put("error_code", "BAD_REQUEST");
    node.put("field", field).putNull("ticket");
    return Answer.json(status, node.put("simulated", true));
  }
}
