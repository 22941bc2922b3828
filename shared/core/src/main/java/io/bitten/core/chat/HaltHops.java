package io.bitten.core.chat;

import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Link;
import io.bitten.core.account.Trader;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltReceipts;
import io.bitten.core.halt.HaltScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a halt, or its lifting, has taken effect, hop by hop, and which hop is silent. */
final class HaltHops {
  /** A relay that was not heard of for longer is not waited for. */
  private static final Duration RECENT = Duration.ofMinutes(10);

  /** Relays beat every five seconds. */
  private static final Duration CUT_OFF = Duration.ofSeconds(15);

  private static final String SELF_STOP = "; one that is cut off stops by itself after 10 s";
  private static final int SHOWN = 12;
  private static final String RELAY = "relay ";

  private final World world;
  private final HaltReceipts receipts;

  HaltHops(World world) {
    this.world = world;
    this.receipts = new HaltReceipts(world);
  }

  Html lines(Halt.Active active, Instant now) {
    return lines(active, active.at(), now);
  }

  Html lines(Halt.Lifted lifted, Instant now) {
    return lines(lifted, lifted.at(), now);
  }

  private Html lines(Halt halt, Instant since, Instant now) {
    List<Report.HaltSeen> seen = receipts.of(halt);
    List<Html> lines = new ArrayList<>();
    lines.add(Html.of("· BITTEN itself: at once, it looks before each order"));
    seen.stream().limit(SHOWN).forEach(one -> lines.add(line(one, since)));
    if (seen.size() > SHOWN) {
      lines.add(Html.of("· and ", seen.size() - SHOWN, " more"));
    }
    Set<String> hops = seen.stream().map(Report.HaltSeen::hop).collect(Collectors.toSet());
    List<Report.Heartbeat> working = working(halt.scope(), now);
    working.stream()
        .filter(beat -> !hops.contains(RELAY + beat.relay()))
        .limit(SHOWN)
        .forEach(beat -> lines.add(silent(beat, now)));
    if (working.isEmpty() && hops.stream().noneMatch(hop -> hop.startsWith(RELAY))) {
      lines.add(
          Html.of(
              "· no relay concerned was heard of in the last ", Shows.length(RECENT), SELF_STOP));
    }
    return Html.lines(lines);
  }

  /** By the hop's own clock, which may be behind. */
  private static Html line(Report.HaltSeen seen, Instant since) {
    Duration after = Duration.between(since, seen.at());
    String when =
        after.isNegative()
            ? ", by a clock that is " + Shows.tenths(after.negated()) + " behind"
            : " after " + Shows.tenths(after);
    String what = seen.hop().startsWith(HaltReceipts.COMMANDS) ? "sent" : "seen";
    return Html.of("· ", name(seen.hop()), ": ", what, when);
  }

  /** A reader knows relays and terminals, and not which parts BITTEN has. */
  private static String name(String hop) {
    return switch (hop) {
      case HaltReceipts.FIRE_DESK -> "BITTEN, at a fire";
      case HaltReceipts.SWEEP -> "BITTEN, looking for orders that wait";
      default -> hop;
    };
  }

  private static Html silent(Report.Heartbeat beat, Instant now) {
    Duration age = Duration.between(beat.at(), now);
    return Html.of(
        "· ",
        RELAY,
        beat.relay(),
        ": not yet heard, last heartbeat ",
        Shows.length(age),
        " ago",
        age.compareTo(CUT_OFF) > 0 ? SELF_STOP : "");
  }

  private List<Report.Heartbeat> working(HaltScope scope, Instant now) {
    return world.relays().heardSince(now.minus(RECENT)).stream()
        .filter(beat -> concerns(scope, beat.working()))
        .toList();
  }

  private boolean concerns(HaltScope scope, List<AccountId> accounts) {
    return switch (scope) {
      case HaltScope.Everything all -> !accounts.isEmpty();
      case HaltScope.OneAccount one -> accounts.contains(one.account());
      case HaltScope.OneUser one ->
          world
              .traders()
              .find(one.user())
              .map(Versioned::value)
              .flatMap(HaltHops::linked)
              .filter(accounts::contains)
              .isPresent();
    };
  }

  private static Optional<AccountId> linked(Trader trader) {
    return trader.link() instanceof Link.To(var account) ? Optional.of(account) : Optional.empty();
  }
}
