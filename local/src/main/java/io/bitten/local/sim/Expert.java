package io.bitten.local.sim;

import io.bitten.core.relay.Gate;
import java.util.Optional;
import java.util.Set;

/**
 * The Expert Advisor of the journaled profile, as {@code mt5/BittenBridge.mq5} is, written down
 * once more for the simulation: it claims a request's file, does what it says at most once and
 * answers with a file. Its timer, its restarts and its folder are here.
 */
final class Expert implements AutoCloseable {
  private static final long POLL_MS = 100;
  private static final long STATUS_MS = 1_000;
  private static final long SETTLES_MS = 3_000;
  private static final long LONGEST_ABSENCE_MS = 20_000;
  private static final long RESTART_MS = 2_000;
  private static final long SLOW_MS = 12_000;
  private static final long READ_MS = 5;
  private static final long SENT_MS = 20;

  /** How the ids of everything but entries begin. */
  private static final String BEFORE_ALL = "0";

  private final Terminal terminal;
  private final Stage stage;
  private final Timeline time;
  private final Faults faults;
  private final BridgeFolder folder;
  private final ExpertResults results;
  private final ExpertJournal journal = new ExpertJournal();
  private final ExpertTrades trades;
  private final Set<LastHop.Guard> missing;
  private final LastHop hop;
  private long awayUntil;
  private long syncedFrom;
  private int starts;
  private boolean busy;
  private boolean looking;

  /** What is missing in it, and the clock of its broker. */
  record Setting(Set<LastHop.Guard> missing, ServerClock clock) {}

  Expert(LastHop hop, Stage stage, Setting setting) {
    this.hop = hop;
    this.terminal = hop.terminal();
    this.stage = stage;
    this.time = stage.time();
    this.faults = stage.faults();
    this.missing = setting.missing();
    this.folder = new BridgeFolder(time);
    this.results = new ExpertResults(folder, stage);
    this.trades = new ExpertTrades(hop, stage, journal, setting);
    time.moment(0, this::beat);
  }

  Terminal terminal() {
    return terminal;
  }

  BridgeFolder folder() {
    return folder;
  }

  /** Somebody waits for its answer: it looks at its next tick. */
  void expected() {
    if (!looking) {
      looking = true;
      time.moment(POLL_MS - time.now() % POLL_MS, this::tick);
    }
  }

  private boolean away() {
    return time.now() < awayUntil;
  }

  /** Lists are not believed for a while after a connection came up, nor after a start. */
  private boolean synced() {
    if (!terminal.connected()) {
      syncedFrom = time.now() + SETTLES_MS;
    }
    return terminal.synced() && time.now() >= syncedFrom;
  }

  private ExpertTrades.Sight sight() {
    return new ExpertTrades.Sight(
        synced() ? ExpertTrades.Lists.WHOLE : ExpertTrades.Lists.LOADING,
        folder.halted() ? Gate.SHUT : Gate.OPEN);
  }

  private void beat() {
    if (faults.seldom(Fault.EXPERT_ABSENT)) {
      leave(faults.between(1_000, LONGEST_ABSENCE_MS));
    } else if (faults.seldom(Fault.EXPERT_RESTARTS)) {
      restart();
    }
    if (faults.seldom(Fault.FOLDER_EMPTIED)) {
      empty();
    }
    if (!away() && !busy) {
      trades.guard();
      ExpertTexts.State state =
          new ExpertTexts.State(terminal.connected(), synced(), folder.halted(), journal);
      String text = ExpertTexts.status(state, trades.account());
      results.status(text);
    }
    time.moment(STATUS_MS, this::beat);
  }

  /** Somebody clears the folder: nothing that was in it, or on its way to it, comes again. */
  private void empty() {
    results.empty();
    journal.lose();
    stage.checks().entries().forgot(hop);
    restart();
  }

  private void restart() {
    leave(faults.between(200, RESTART_MS));
  }

  private void leave(long ms) {
    awayUntil = time.now() + ms;
    syncedFrom = awayUntil + SETTLES_MS;
    starts++;
    busy = false;
    expected();
    faults.trouble(ms + SETTLES_MS);
  }

  private void tick() {
    looking = false;
    if (away()) {
      looking = true;
      time.moment(awayUntil - time.now() + POLL_MS, this::tick);
    } else if (!busy) {
      next();
    }
  }

  /** What is left in its hands, else the first request: one is carried out at a time. */
  private void next() {
    synced();
    Optional<String> left = folder.ids(BridgeFolder.CLAIMED).stream().findFirst();
    if (left.isPresent()) {
      begin(left.get(), Turn.AGAIN);
      return;
    }
    folder.ids(BridgeFolder.REQUESTS).stream()
        .filter(folder::claim)
        .findFirst()
        .ifPresent(id -> begin(id, Turn.FIRST));
  }

  /** Whether it was claimed before a start, or before an answer that could not be written. */
  enum Turn {
    FIRST,
    AGAIN
  }

  private void begin(String id, Turn turn) {
    busy = true;
    later(takes(id, READ_MS), () -> act(id, turn));
  }

  /** Entries are few, and everything else comes every second. */
  private long takes(String id, long usual) {
    boolean slow =
        id.startsWith(BEFORE_ALL) ? faults.hit(Fault.EXPERT_SLOW) : faults.often(Fault.EXPERT_SLOW);
    if (!slow) {
      return usual;
    }
    long ms = faults.between(500, SLOW_MS);
    faults.trouble(ms);
    return ms;
  }

  /** Nothing of what it meant to do outlives it. */
  private void later(long ms, Runnable work) {
    int start = starts;
    time.moment(
        ms,
        () -> {
          if (start == starts) {
            work.run();
          }
        });
  }

  private void act(String id, Turn turn) {
    Optional<String> text = folder.claimed(id);
    if (text.isEmpty() || folder.answered(id)) {
      done(id);
      return;
    }
    Optional<ExpertRequest> request = ExpertRequest.read(id, text.get());
    if (request.isEmpty()) {
      throw new IllegalStateException("a request that was claimed is not whole: " + text.get());
    }
    if (request.get().opens() && faults.often(Fault.REQUEST_TWICE)) {
      results.comesAgain(request.get(), text.get(), this::expected);
    }
    if (request.get().opens() && faults.often(Fault.SUFFIX_CHANGED)) {
      terminal.rename();
    }
    ExpertAnswer answer =
        request.get().asks() ? trades.inform(request.get(), sight()) : did(request.get(), turn);
    if (!request.get().asks() && faults.hit(Fault.EXPERT_RESTARTS)) {
      restart();
      return;
    }
    later(request.get().asks() ? 0 : takes(id, SENT_MS), () -> answer(request.get(), answer));
  }

  private ExpertAnswer did(ExpertRequest request, Turn turn) {
    boolean forgetful = missing.contains(LastHop.Guard.DEDUPE);
    if (!forgetful && (turn == Turn.AGAIN || trades.known(request))) {
      journal.intend(request);
      return ExpertAnswer.unknown();
    }
    return trades.act(request, sight());
  }

  private void answer(ExpertRequest request, ExpertAnswer answer) {
    results.publish(request, trades.tell(request, answer));
    done(request.id());
  }

  private void done(String id) {
    folder.forget(id);
    busy = false;
    time.moment(0, this::tick);
  }

  @Override
  public void close() {
    folder.close();
  }
}
