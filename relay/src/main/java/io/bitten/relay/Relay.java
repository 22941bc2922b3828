package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.Order;
import io.bitten.core.order.RelayCommand;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The agent on the MT5 machine. Every method is one step that may be called from any thread;
 * nothing here waits or loops. Steps throw when the world is broken, and may then be called again.
 */
public final class Relay {
  private final RelayPorts ports;
  private final RelayParts parts;
  private final OrderMoves moves;
  private final OpenOrders open;
  private final Outbox outbox;
  private final HaltWatch halts;
  private final Gates gates;
  private final ExitDesk exits;
  private final EntryDesk entries;
  private final CloseDesk closes;
  private final Expiry expiry;
  private final Map<AccountId, Served> served = new LinkedHashMap<>();
  private final Set<AccountId> closing = ConcurrentHashMap.newKeySet();

  private record Served(Line line, Watcher watcher, Resolver resolver, Reconciler reconciler) {}

  /**
   * @param bootId this process's own id, unlike that of every process before
   */
  public Relay(RelaySettings settings, RelayPorts ports, List<RelayLine> lines, String bootId) {
    this.ports = ports;
    this.outbox = new Outbox(ports.reports(), ports.journal());
    this.open = new OpenOrders(ports.orders(), ports.ticker());
    this.moves = new OrderMoves(ports, outbox, open);
    Boot boot = new Boot(settings.name(), bootId, ports.journal().epoch() + 1);
    Tenure tenure = new Tenure(ports, settings.group(), boot);
    this.parts = new RelayParts(ports, settings, boot, tenure, moves, open);
    this.halts =
        new HaltWatch(
            ports.halts(),
            ports.ticker(),
            settings.haltProofAge(),
            new HaltNotes(settings, ports, outbox));
    this.gates = new Gates(parts, halts, outbox);
    Endings endings = new Endings(ports);
    this.exits = new ExitDesk(parts, endings, outbox);
    OrphanDesk orphans = new OrphanDesk(parts, outbox, endings);
    StopDesk stops = new StopDesk(parts, exits);
    this.entries = new EntryDesk(parts, halts, gates, new EntrySender(parts, halts, gates, stops));
    this.closes = new CloseDesk(parts, exits, orphans);
    this.expiry = new Expiry(ports.time(), outbox);
    halts.watch(new HaltScope.Everything());
    for (RelayLine one : lines) {
      Line line = new Line(one.account(), one.route(), one.caps(), ports.ticker());
      halts.watch(new HaltScope.OneAccount(one.account()));
      served.put(
          one.account(),
          new Served(
              line,
              new Watcher(parts, line, stops, exits),
              new Resolver(parts, line, stops, exits),
              new Reconciler(parts, line, orphans, halts::take)));
    }
  }

  /**
   * Before any new work: what the process before left open is UNKNOWN, and what it owed is told.
   */
  public void recover() {
    new Recovery(parts, halts, gates, outbox)
        .run(served.values().stream().map(Served::line).toList());
  }

  /**
   * Carries one command as far as it goes now. An exit is stored, and carried out by {@link
   * #close}.
   */
  public StepOutcome step(RelayCommand command) {
    AccountId account = command.header().account();
    Served one = served.get(account);
    if (one == null) {
      return new StepOutcome.Refused("ACCOUNT_NOT_SERVED", account + " is not served here.");
    }
    return switch (command) {
      case RelayCommand.Open open -> entries.step(open, one.line());
      case RelayCommand.Close close ->
          expiry
              .told(command, new CloseWish.Target.Of(close.order()))
              .orElseGet(() -> closes.take(close, one.line()));
      case RelayCommand.CloseAll all ->
          expiry
              .told(command, new CloseWish.Target.All())
              .orElseGet(() -> closes.take(all, one.line()));
      case RelayCommand.SetHalt halt -> told(halt.halt(), one.line());
      case RelayCommand.Restart restart -> expiry.of(command).orElseGet(() -> restart(one.line()));
    };
  }

  /** Renews the lease, or takes it when its holder is gone. */
  public void renewLease() {
    parts.tenure().renew();
  }

  /** Whether this relay works; one that stands by takes no commands and moves no orders. */
  public boolean serves() {
    return parts.tenure().serves();
  }

  /** Looks at the account; {@link #tellLooks} reports what it saw, unless this relay stands by. */
  public void look(AccountId account) {
    served.get(account).watcher().look();
  }

  /** Reports the newest looks at all accounts together; asks nobody when there are none. */
  public void tellLooks() {
    parts.sightings().tell();
  }

  /** One round over the account: {@link #watch}, then {@link #close}. */
  public void tend(AccountId account) {
    watch(account);
    close(account);
  }

  /**
   * Carries out the closes that are stored; at most one thread at a time for an account, any other
   * returns at once. A route that is silent keeps it for one timeout.
   */
  public void close(AccountId account) {
    if (!serves() || !closing.add(account)) {
      return;
    }
    try {
      Served one = served.get(account);
      closes.carryOut(one.line(), () -> one.resolver().resolve(open.of(account)));
    } finally {
      closing.remove(account);
    }
  }

  /** Moves the account's open orders on by the last look. */
  public void watch(AccountId account) {
    if (!serves()) {
      open.forget(account);
      parts.sightings().forget(account);
      return;
    }
    List<Versioned<Order>> orders = open.of(account);
    orders.stream()
        .map(Versioned::value)
        .max(Comparator.comparing(Order::createdAt))
        .ifPresent(newest -> gates.owner(account, newest.user()));
    served.get(account).watcher().tend(orders);
  }

  /** Asks the broker about the account's UNKNOWN orders. */
  public void resolve(AccountId account) {
    if (!serves()) {
      return;
    }
    served.get(account).resolver().resolve(open.of(account));
  }

  /**
   * Compares the broker's positions with our orders, acts on what nobody else does, and says what
   * it found; nothing when the positions cannot be read or another relay works.
   */
  public List<Reconciled> reconcile(AccountId account) {
    return serves() ? served.get(account).reconciler().round(() -> open.fresh(account)) : List.of();
  }

  /** Sends the cloud what it has not been told yet. */
  public void tell() {
    Each.run(
        outbox::send,
        () -> {
          moves.tellDoubtful();
          outbox.send();
        });
  }

  /** Renews the proof that nothing is halted. */
  public void refreshHalts() {
    halts.refresh();
  }

  /** Keeps the last hop of the account as the halts say; asks the cloud nothing. */
  public void guard(AccountId account) {
    if (parts.tenure().epoch() > 0) {
      gates.settle(served.get(account).line());
    }
  }

  /** Says that this relay lives, and how its routes are. */
  public void beat() {
    Boot boot = parts.boot();
    ports
        .reports()
        .send(
            new Report.Heartbeat(
                boot.relay(), boot.bootId(), routeState(), working(), ports.time().instant()));
  }

  /** The accounts served, in the order of the configuration. */
  public List<AccountId> accounts() {
    return List.copyOf(served.keySet());
  }

  private List<AccountId> working() {
    return parts.tenure().epoch() > 0 ? accounts() : List.of();
  }

  private StepOutcome told(Halt told, Line line) {
    Halt newest = halts.take(told);
    if (told.scope() instanceof HaltScope.OneUser(var user)) {
      gates.owner(line.account(), user);
    }
    gates.settle(line);
    return new StepOutcome.Finished("halt epoch " + newest.epoch());
  }

  private static StepOutcome restart(Line line) {
    line.reset();
    return new StepOutcome.Finished("connections dropped");
  }

  private String routeState() {
    StringBuilder state = new StringBuilder(parts.tenure().state());
    for (Served one : served.values()) {
      String trouble = gates.trouble(one.line());
      state.append("; ").append(one.line().state()).append(trouble.isEmpty() ? "" : ", gate: ");
      state.append(trouble);
    }
    return ports.journal().sound() ? state.toString() : "journal broken; " + state;
  }
}
