package io.bitten.relay;

import io.bitten.core.account.AccountId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes what comparisons find into the log: every difference once, when it begins. */
final class DiffLog {
  private final RelayLog log;
  private final Map<AccountId, Set<FindingText>> before = new ConcurrentHashMap<>();

  DiffLog(RelayLog log) {
    this.log = log;
  }

  void say(AccountId account, List<Reconciled> found) {
    Set<FindingText> now = new HashSet<>();
    found.forEach(one -> now.add(one.text()));
    Set<FindingText> old = before.getOrDefault(account, Set.of());
    for (FindingText text : now) {
      if (!old.contains(text)) {
        switch (text.grade()) {
          case FINE -> {}
          case NOTE -> log.say(account + " " + text.kind(), text.sentence());
          case ALARM -> log.alarm(account + " " + text.kind(), text.sentence());
        }
      }
    }
    before.put(account, Set.copyOf(now));
  }
}
