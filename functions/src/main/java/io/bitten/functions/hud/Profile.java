package io.bitten.functions.hud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Link;
import io.bitten.core.account.Rank;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Trader;
import io.bitten.core.risk.Places;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.TierRules;
import io.bitten.functions.HttpReply;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The caller, with the limits and what is left of them. */
final class Profile {
  private final World world;
  private final Rulebook rules;

  Profile(World world, Rulebook rules) {
    this.world = world;
    this.rules = rules;
  }

  HttpReply answer(Caller caller) {
    Trader trader = caller.trader();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("user_id", trader.id().value())
            .put("telegram_id", trader.telegramId())
            .put("tier", trader.tier().name())
            .put("rank", Rank.of(trader.xp()).name())
            .put("xp", trader.xp())
            .put("subscription_status", status(caller))
            .put("callsign", "")
            .put("created_at", trader.createdAt().toString())
            .put("last_activity", trader.lastActiveAt().toString());
    if (trader.link() instanceof Link.To(var account)) {
      json.put("account", account.value());
    }
    json.set("limits", limits(caller));
    return HttpReply.json(200, json);
  }

  private static String status(Caller caller) {
    Subscription subscription = caller.trader().subscription();
    if (!subscription.opensAt(caller.now())) {
      return "ended";
    }
    return switch (subscription) {
      case Subscription.Active active -> "active";
      case Subscription.Grace grace -> "grace";
      case Subscription.Ended ended -> "ended";
    };
  }

  private Optional<AccountSnapshot> seen(Trader trader) {
    return switch (trader.link()) {
      case Link.None none -> Optional.empty();
      case Link.To to -> world.accounts().snapshot(to.account());
    };
  }

  private ObjectNode limits(Caller caller) {
    TierRules tier = rules.of(caller.trader().tier());
    LocalDate today = LocalDate.ofInstant(caller.now(), ZoneOffset.UTC);
    Optional<RiskBook> book = world.riskBooks().find(caller.trader().id()).map(Versioned::value);
    int fired =
        book.filter(known -> known.day().date().equals(today))
            .map(known -> known.day().fires())
            .orElse(0);
    int held =
        Places.taken(
            book.map(RiskBook::reservations).orElse(List.of()),
            seen(caller.trader()).map(AccountSnapshot::positions).orElse(List.of()));
    return JsonNodeFactory.instance
        .objectNode()
        .put("fires_a_day", tier.firesADay())
        .put("fires_left", Math.max(0, tier.firesADay() - fired))
        .put("open_positions", tier.openPositions())
        .put("positions_left", Math.max(0, tier.openPositions() - held))
        .put("daily_loss_percent", tier.dailyLossPercent())
        .put("risk_percent_a_trade", rules.limits().riskPercent())
        .put("minimum_tcs", tier.minimumTcs().value());
  }
}
