package io.bitten.relay;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.UserId;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.HaltTexts;
import io.bitten.core.relay.Gate;
import io.bitten.relay.journal.JournalBroken;
import io.bitten.relay.journal.JournalFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the last hop of every account as the halts say: shut while one covers the account, and also
 * while it is not proven that none does. So a relay that is cut off shuts it as well, for the last
 * hop may hold requests that it has not carried out yet.
 */
final class Gates {
  private final RelayParts parts;
  private final HaltWatch halts;
  private final Outbox outbox;
  private final Map<AccountId, UserId> owners = new ConcurrentHashMap<>();
  private final Map<AccountId, Held> held = new ConcurrentHashMap<>();
  private final Map<String, Long> told = new ConcurrentHashMap<>();

  /** One account's gate: one thread at a time moves it, in the order of what is known. */
  private static final class Held {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Gate wanted = Gate.SHUT;
    private volatile Gate.Answer answer = new Gate.Answer.Failed("not asked yet");
  }

  Gates(RelayParts parts, HaltWatch halts, Outbox outbox) {
    this.parts = parts;
    this.halts = halts;
    this.outbox = outbox;
    parts.ports().journal().owners().forEach(this::watch);
  }

  /** The person's halts cover the account from now on, over restarts, and no other's. */
  void owner(AccountId account, UserId user) {
    if (watch(account, user) && parts.ports().journal().sound()) {
      try {
        parts.ports().journal().append(new JournalFact.Owner(account, user));
      } catch (JournalBroken e) {
        // It says so itself from now on; a halt has to take effect without it.
        return;
      }
    }
  }

  /** Whether that is news. */
  private synchronized boolean watch(AccountId account, UserId user) {
    Optional<UserId> before = Optional.ofNullable(owners.put(account, user));
    if (before.equals(Optional.of(user))) {
      return false;
    }
    halts.watch(new HaltScope.OneUser(user));
    before
        .filter(other -> !owners.containsValue(other))
        .ifPresent(other -> halts.unwatch(new HaltScope.OneUser(other)));
    return true;
  }

  /** Shuts or opens the account's gate as what is known now says. */
  void settle(Line line) {
    Held gate = held(line);
    gate.lock.lock();
    try {
      move(gate, line);
    } finally {
      gate.lock.unlock();
    }
  }

  /** Whether the gate stands open; moves it when it should and does not. */
  boolean open(Line line) {
    Held gate = held(line);
    if (gate.wanted == Gate.OPEN && wanted(line) == Gate.OPEN && done(gate.answer)) {
      return true;
    }
    if (!gate.lock.tryLock()) {
      return false;
    }
    try {
      move(gate, line);
      return gate.wanted == Gate.OPEN && done(gate.answer);
    } finally {
      gate.lock.unlock();
    }
  }

  /** What is wrong with the account's gate, for people; empty when nothing is. */
  String trouble(Line line) {
    return held(line).answer instanceof Gate.Answer.Failed failed ? failed.why() : "";
  }

  private void move(Held gate, Line line) {
    gate.wanted = wanted(line);
    gate.answer = line.gate(gate.wanted);
    if (gate.answer instanceof Gate.Answer.Obeyed) {
      scopes(line.account()).forEach(scope -> obeyed(halts.newest(scope), gate.wanted, line));
    }
  }

  /** Reports each halt once that the terminal itself stands for. */
  private void obeyed(Halt halt, Gate stands, Line line) {
    boolean shown =
        switch (halt) {
          case Halt.Never never -> false;
          case Halt.Active active -> stands == Gate.SHUT;
          case Halt.Lifted lifted -> stands == Gate.OPEN;
        };
    String scope = HaltTexts.of(halt.scope());
    String hop = "terminal " + line.account();
    String receipt = scope + " " + hop;
    if (shown && told.getOrDefault(receipt, 0L) < halt.epoch()) {
      told.put(receipt, halt.epoch());
      outbox.put(new Report.HaltSeen(scope, halt.epoch(), hop, parts.ports().time().instant()));
    }
  }

  private Gate wanted(Line line) {
    return switch (halts.standing(scopes(line.account()))) {
      case HaltWatch.Verdict.Passes passes -> Gate.OPEN;
      case HaltWatch.Verdict.Stopped stopped -> Gate.SHUT;
      case HaltWatch.Verdict.Unproven unproven -> Gate.SHUT;
    };
  }

  private List<HaltScope> scopes(AccountId account) {
    List<HaltScope> scopes = new ArrayList<>();
    scopes.add(new HaltScope.Everything());
    scopes.add(new HaltScope.OneAccount(account));
    UserId owner = owners.get(account);
    if (owner != null) {
      scopes.add(new HaltScope.OneUser(owner));
    }
    return scopes;
  }

  private Held held(Line line) {
    return held.computeIfAbsent(line.account(), account -> new Held());
  }

  private static boolean done(Gate.Answer answer) {
    return !(answer instanceof Gate.Answer.Failed);
  }
}
