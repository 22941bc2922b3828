package io.bitten.functions.hud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.World;
import io.bitten.core.fill.Report;
import io.bitten.functions.HttpEvent;
import io.bitten.functions.HttpReply;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what works, each part looked at now, Telegram at most half a minute ago. Without the
 * database nothing works: 503.
 */
final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final Duration HEARD = Duration.ofMinutes(1);
  private static final int OLD_CALENDAR_HOURS = 6;

  private final World world;
  private final TelegramLook telegram;

  Health(World world, TelegramLook telegram) {
    this.world = world;
    this.telegram = telegram;
  }

  HttpReply answer(HttpEvent event) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode parts = JsonNodeFactory.instance.objectNode();
    boolean database = database(parts);
    parts.putObject("telegram_bot").put("status", telegram.answers() ? "up" : "down");
    json.put("status", database ? overall(parts) : "down");
    json.put("service", "BITTEN");
    json.put("version", "2.0");
    json.put("uptime", ManagementFactory.getRuntimeMXBean().getUptime() / 1_000);
    json.set("components", parts);
    return HttpReply.json(database ? 200 : 503, json);
  }

  /** As the relay says of its routes, each ending with what the last look found. */
  private static boolean reachesMetaTrader(Report.Heartbeat beat) {
    return Arrays.stream(beat.routeState().split("; ")).anyMatch(route -> route.endsWith(", up"));
  }

  private static String overall(ObjectNode parts) {
    boolean all = parts.findValuesAsText("status").stream().allMatch("up"::equals);
    return all ? "ok" : "degraded";
  }

  private boolean database(ObjectNode parts) {
    try {
      Instant now = world.time().instant();
      parts.putObject("ledger").put("status", "up").put("entries", world.ledger().head().seq());
      List<Report.Heartbeat> beats = world.relays().heardSince(now.minus(HEARD));
      parts.putObject("relay").put("status", beats.isEmpty() ? "down" : "up");
      boolean metaTrader = beats.stream().anyMatch(Health::reachesMetaTrader);
      parts.putObject("mt5_farm").put("status", metaTrader ? "up" : "down");
      boolean news =
          world
              .calendars()
              .latest()
              .map(known -> known.age(now).toHours() < OLD_CALENDAR_HOURS)
              .orElse(false);
      parts.putObject("news_calendar").put("status", news ? "up" : "down");
      parts.putObject("database").put("status", "up");
      return true;
    } catch (RuntimeException e) {
      // A health check reports the broken world instead of joining it.
      LOG.error("the database does not answer", e);
      parts.putObject("database").put("status", "down");
      return false;
    }
  }
}
