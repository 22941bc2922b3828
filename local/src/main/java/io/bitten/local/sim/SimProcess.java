package io.bitten.local.sim;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Position;
import io.bitten.core.halt.Halt;
import io.bitten.core.order.Order;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One process of a relay. Around every call of a port it may die, stand still for longer than any
 * lease, or hear nothing from the cloud.
 */
final class SimProcess implements Caller {
  private static final int MOST_CALL_MS = 15;
  private static final long NEVER = -1;
  private static final long HELD_MS = 10;
  private static final long YOUNG_MS = 10_000;

  private final String name;
  private final Timeline time;
  private final Faults faults;
  private final long longestPause;
  private final SimDisk disk;
  private final List<HaltLog.Change> told = new ArrayList<>();
  private final Map<AccountId, Looks> looks = new HashMap<>();
  private final Map<AccountId, Set<Magic>> shown = new HashMap<>();
  private final Set<AccountId> asking = new HashSet<>();
  private boolean alive = true;
  private boolean buried;
  private boolean restarted;
  private long pausedUntil;
  private int holds;
  private long clockOffset;
  private final long bornAt;

  /** When the last two complete looks at an account were asked for, in whatever order they came. */
  private record Looks(long last, long before) {
    Looks and(long askedAt) {
      return askedAt >= last
          ? new Looks(askedAt, last)
          : new Looks(last, Math.max(before, askedAt));
    }
  }

  SimProcess(String name, Stage stage, SimDisk disk, long longestPause) {
    this.name = name;
    this.time = stage.time();
    this.faults = stage.faults();
    this.disk = disk;
    this.longestPause = longestPause;
    this.bornAt = time.now();
  }

  SimDisk disk() {
    return disk;
  }

  /** It has obeyed a command to halt. */
  void told(Halt halt) {
    told.add(new HaltLog.Change(halt, time.now()));
  }

  /** A halt it was told before that moment which stops the order. */
  Optional<HaltLog.Change> toldBefore(Order order, long at) {
    return told.stream().filter(one -> one.at() < at && one.stops(order)).findFirst();
  }

  @Override
  public String name() {
    return name;
  }

  boolean alive() {
    return alive;
  }

  void kill() {
    alive = false;
  }

  /** Somebody ends it in a moment and starts it anew at once. */
  void restart() {
    time.moment(faults.between(25, 75), () -> restarted = true);
  }

  /** Whether nobody would restart it already. */
  boolean young() {
    return bornAt > 0 && time.now() - bornAt < YOUNG_MS;
  }

  boolean restarted() {
    return restarted;
  }

  /** Whether somebody saw to its death already; from now on somebody has. */
  boolean buried() {
    boolean before = buried;
    buried = true;
    return before;
  }

  /** The accounts whose broker one of its threads is asking about doubtful orders. */
  Set<AccountId> asking() {
    return asking;
  }

  /** How long its threads have to wait before they go on; 0 when they run. */
  long standsStillMs() {
    long pause = Math.max(pausedUntil - time.now(), 0);
    return holds == 0 ? pause : Math.max(pause, HELD_MS);
  }

  /** One of its threads holds a lock that the others want. */
  void holdOthers() {
    holds++;
  }

  void letOthersGo() {
    holds--;
  }

  /** The machine's clock. */
  InstantSource clock() {
    return () -> time.instant().plusMillis(clockOffset);
  }

  /** A point where it may die. */
  void point() {
    if (!alive) {
      throw new Crash();
    }
    if (restarted || faults.seldom(Fault.CRASH)) {
      alive = false;
      throw new Crash();
    }
  }

  /** The point that matters most: the request is out, and nobody here will hear its answer. */
  void pointAfterSending() {
    if (faults.hit(Fault.CRASH)) {
      alive = false;
    }
    point();
  }

  /** A point in the middle of something long on the disk. */
  void pointInMidWrite() {
    pointAfterSending();
  }

  /** Waits for an answer; the process may stand still meanwhile. */
  void await(long ms) {
    time.pass(ms);
    if (faults.seldom(Fault.CLOCK_STEP)) {
      clockOffset = faults.between(-2_000, 2_000);
    }
    if (faults.seldom(Fault.PAUSE)) {
      long pause = faults.between(500, longestPause);
      pausedUntil = time.now() + pause;
      faults.trouble(pause);
      faults.note(name, "stands still for " + pause + " ms");
      time.pass(pause);
    }
    if (!alive) {
      throw new Crash();
    }
  }

  @Override
  public void before(String call) {
    point();
    await(faults.between(1, MOST_CALL_MS));
    if (faults.seldom(Fault.STORE_FAILS)) {
      throw new StoreTrouble(call + ": throttled");
    }
  }

  @Override
  public void after(String call) {
    point();
    if (faults.seldom(Fault.STORE_UNSURE)) {
      throw new StoreTrouble(call + ": no answer");
    }
  }

  /** A complete look at an account has come back. */
  void looked(AccountSnapshot seen, long askedAt) {
    AccountId account = seen.account();
    shown.put(account, seen.positions().stream().map(Position::magic).collect(Collectors.toSet()));
    looks.merge(account, new Looks(askedAt, NEVER), (old, next) -> old.and(askedAt));
  }

  /** Whether the last complete look at the account showed a position with this magic. */
  boolean showed(AccountId account, Magic magic) {
    return shown.getOrDefault(account, Set.of()).contains(magic);
  }

  @Override
  public long earlierOfTwoLooks(AccountId account) {
    return looks.getOrDefault(account, new Looks(NEVER, NEVER)).before();
  }
}
