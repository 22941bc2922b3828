package io.bitten.functions.hud;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.chat.SignalLook;
import io.bitten.core.signal.Odds;
import io.bitten.core.signal.Signal;
import io.bitten.functions.HttpReply;

/** The live signals the caller's tier sees. In them {@code tier} is the signal's class. */
final class LiveSignals {
  private static final int MOST = 50;

  private final World world;
  private final Rulebook rules;

  LiveSignals(World world, Rulebook rules) {
    this.world = world;
    this.rules = rules;
  }

  HttpReply answer(Caller caller) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode list = json.putArray("signals");
    world.ledger().live(caller.now(), MOST).stream()
        .filter(s -> rules.of(caller.trader().tier()).shown().contains(s.signalClass()))
        .forEach(signal -> fill(list.addObject(), signal));
    return HttpReply.json(200, json);
  }

  private static void fill(ObjectNode json, Signal signal) {
    json.put("signal_id", signal.id().value())
        .put("pair", signal.symbol().code())
        .put("direction", signal.direction().name())
        .put("entry", signal.entry().value())
        .put("stop_loss", signal.stopLoss().value())
        .put("take_profit", signal.takeProfit().value())
        .put("confidence", signal.tcs().value())
        .put("tier", signal.signalClass().name())
        .put("tcs_score", signal.tcs().value())
        .put("created_at", signal.createdAt().toString())
        .put("expires_at", signal.expiresAt().toString());
    SignalLook look = SignalLook.of(signal.signalClass());
    json.putObject("visual_cues")
        .put("color", look.color())
        .put("icon", look.icon())
        .put("pattern", signal.pattern());
    odds(json.putObject("odds"), signal.odds());
  }

  private static void odds(ObjectNode json, Odds odds) {
    switch (odds) {
      case Odds.NotEnough few -> json.put("n", few.n());
      case Odds.Measured measured ->
          json.put("n", measured.n())
              .put("wins", measured.wins())
              .put("low_percent", measured.lowPercent())
              .put("high_percent", measured.highPercent())
              .put("break_even_percent", measured.breakEvenPercent())
              .put("expected_r", measured.expectedR());
    }
  }
}
