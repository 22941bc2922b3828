package io.bitten.local.sim;

import io.bitten.core.account.Tier;
import io.bitten.core.signal.Signal;
import java.util.SplittableRandom;

/** Plays one plan of the chats: signals, alerts, taps and what becomes of them in the end. */
final class ChatStory {
  private static final int SECOND = 1_000;
  private static final long SIGNALS_MS = 30_000;
  private static final long FAULTS_MS = 55_000;
  private static final int MOST_READERS = 4;
  private static final int MOST_SIGNALS = 3;
  private static final Tier[] TIERS = Tier.values();

  private final Plan plan;
  private final Timeline time = new Timeline();
  private final Story story;
  private final Faults faults;
  private final ChatScene scene;
  private final Prices prices;
  private final ChatBroker broker;
  private final ChatSignals signals;
  private final ChatPeople people;

  ChatStory(Plan plan, Story.Telling telling) {
    this.plan = plan;
    this.story = new Story(time, telling);
    Faults.Known known = new Faults.Known(Fault.ofChats(), plan.without());
    this.faults = new Faults(new SplittableRandom(plan.seed()), known, time, story);
    this.scene = new ChatScene(plan, time, faults, SimRules.usual());
    this.prices = new Prices(time, faults);
    this.broker = new ChatBroker(scene, prices);
    this.signals = new ChatSignals(scene, prices);
    this.people = new ChatPeople(scene, new ChatDoor(scene));
  }

  /** What came of it. */
  Outcome play() {
    try {
      begin();
      time.pass(FAULTS_MS);
      faults.calm();
      new ChatEnding(scene, people, signals).play();
      return new Outcome.Held(trace());
    } catch (Broken broken) {
      story.tell("!!", broken.invariant() + ": " + broken.getMessage());
      return new Outcome.Fell(trace(), broken.invariant(), broken.getMessage());
    }
  }

  private void begin() {
    int readers = plan.most().traders() == 1 ? 1 : 2 + faults.below(MOST_READERS - 1);
    for (int i = 0; i < readers; i++) {
      scene.reader(i, TIERS[faults.below(TIERS.length)]);
    }
    second();
    broker.begin();
    new ChatFunctions(scene).begin();
    people.begin(SIGNALS_MS);
    int made = Math.min(1 + faults.below(MOST_SIGNALS), plan.most().acts());
    for (int i = 0; i < made; i++) {
      time.moment(faults.between(500, SIGNALS_MS), this::signal);
    }
  }

  private Signal signal() {
    return signals.make();
  }

  private void second() {
    prices.step();
    broker.look();
    time.moment(SECOND, this::second);
  }

  private Trace trace() {
    return new Trace(story.sha256(), story.lines(), faults.seen(), scene.checks().reached());
  }
}
