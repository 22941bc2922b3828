package io.bitten.relay.journal;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.UserId;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.OrderId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What all facts of a journal amount to: also all that a compacted journal has to hold. */
final class Recalled {
  private final Map<OrderId, JournalFact.Intent> intents = new LinkedHashMap<>();

  /** Versions kept of one order; an order's whole life has fewer. */
  private static final int VERSIONS = 64;

  private final Map<OrderId, SortedMap<Long, String>> untold = new LinkedHashMap<>();
  private final Map<JournalFact.OrphanTold, JournalFact.OrphanUntold> orphans =
      new LinkedHashMap<>();
  private final Map<HaltScope, Halt> halts = new LinkedHashMap<>();
  private final Map<AccountId, UserId> owners = new LinkedHashMap<>();
  private JournalFact.Epoch epoch = new JournalFact.Epoch(0, "none");
  private JournalFact.LeaseTaken lease = new JournalFact.LeaseTaken("none", 0);

  void apply(JournalFact fact) {
    switch (fact) {
      case JournalFact.Intent f -> intents.put(f.order(), f);
      case JournalFact.Result f -> intents.remove(f.order());
      case JournalFact.Moving f -> moving(f);
      case JournalFact.Reported f ->
          untold.computeIfPresent(
              f.order(),
              (order, versions) -> {
                versions.remove(f.version());
                versions
                    .headMap(f.version())
                    .values()
                    .removeIf(JournalFact.Moving.NOT_NOTED::equals);
                return versions.isEmpty() ? null : versions;
              });
      case JournalFact.OrphanUntold f -> orphans.put(JournalFact.OrphanTold.of(f.seen()), f);
      case JournalFact.OrphanTold f -> orphans.remove(f);
      case JournalFact.HaltTaken f ->
          halts.merge(
              f.halt().scope(), f.halt(), (old, next) -> next.epoch() < old.epoch() ? old : next);
      case JournalFact.Owner f -> owners.put(f.account(), f.user());
      case JournalFact.LeaseTaken f -> lease = f.epoch() > lease.epoch() ? f : lease;
      case JournalFact.Epoch f -> epoch = f.epoch() > epoch.epoch() ? f : epoch;
    }
  }

  List<JournalFact.Intent> intents() {
    return List.copyOf(intents.values());
  }

  List<JournalFact.Moving> untold() {
    List<JournalFact.Moving> all = new ArrayList<>();
    untold.forEach(
        (order, versions) ->
            versions.forEach(
                (version, state) -> all.add(new JournalFact.Moving(order, version, state))));
    return all;
  }

  List<JournalFact.OrphanUntold> orphans() {
    return List.copyOf(orphans.values());
  }

  List<Halt> halts() {
    return List.copyOf(halts.values());
  }

  /** In the order of their first notes; the JDK's own copy would have another in every process. */
  Map<AccountId, UserId> owners() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(owners));
  }

  boolean knows(Halt halt) {
    return halt.equals(halts.get(halt.scope()));
  }

  long epoch() {
    return epoch.epoch();
  }

  long leaseEpoch() {
    return lease.epoch();
  }

  /** The fewest facts that amount to the same. */
  List<JournalFact> facts() {
    List<JournalFact> facts = new ArrayList<>();
    facts.add(epoch);
    facts.add(lease);
    halts.values().forEach(halt -> facts.add(new JournalFact.HaltTaken(halt)));
    owners.forEach((account, user) -> facts.add(new JournalFact.Owner(account, user)));
    facts.addAll(intents.values());
    facts.addAll(untold());
    facts.addAll(orphans.values());
    return facts;
  }

  private void moving(JournalFact.Moving fact) {
    SortedMap<Long, String> versions =
        untold.computeIfAbsent(fact.order(), order -> new TreeMap<>());
    versions.put(fact.version(), fact.state());
    if (versions.size() > VERSIONS) {
      versions.remove(versions.firstKey());
    }
  }
}
