package io.bitten.local.mt5;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which positions were without a stop loss, and how long. */
final class NakedLog {
  private final List<Naked> past = new ArrayList<>();
  private final Map<Long, Holding> present = new LinkedHashMap<>();

  void see(Holding position) {
    if (position.isOpen() && position.naked()) {
      present.putIfAbsent(position.ticket(), position);
      return;
    }
    Holding was = present.remove(position.ticket());
    if (was != null) {
      past.add(spell(was, position.changedAt()));
    }
  }

  List<Naked> spells(Instant now) {
    List<Naked> spells = new ArrayList<>(past);
    present.values().forEach(position -> spells.add(spell(position, now)));
    return List.copyOf(spells);
  }

  private static Naked spell(Holding from, Instant until) {
    Duration lasted = Duration.between(from.changedAt(), until);
    return new Naked(from.ticket(), from.magic(), from.changedAt(), lasted);
  }
}
