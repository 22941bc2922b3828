package io.bitten.local.sim;

import io.bitten.core.Rulebook;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Tier;
import io.bitten.core.account.UserId;
import io.bitten.core.market.Level;
import io.bitten.core.market.Price;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.RouteName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Plays one plan from its first tap to its end. The same plan plays the same, bit for bit. */
final class Simulation {
  private static final int SECOND = 1_000;
  private static final long TAPS_MS = 30_000;
  private static final long FAULTS_MS = 55_000;
  private static final long LATE_MS = 60_000;

  /** What is fired later might still be on its way when the story closes everything. */
  private static final long DOUBTS_MS = TAPS_MS + 5_000;

  /** What a last hop is without. */
  private static final Map<Mutant, LastHop.Guard> GUARDS =
      Map.of(
          Mutant.HOP_WITHOUT_DEDUPE, LastHop.Guard.DEDUPE,
          Mutant.EXPERT_WITHOUT_JOURNAL, LastHop.Guard.DEDUPE,
          Mutant.HOP_WITHOUT_DEADLINE, LastHop.Guard.DEADLINE,
          Mutant.HOP_WITHOUT_EPOCH, LastHop.Guard.EPOCH);

  private final Plan plan;
  private final boolean bridged;
  private final Clocks clocks;
  private final Timeline time;
  private final Story story;
  private final Faults faults;
  private final Stage stage;
  private final Scene scene;
  private final Prices prices;
  private final List<Terminal> terminals = new ArrayList<>();
  private final List<Traders.Person> people = new ArrayList<>();
  private final Traders traders;
  private final Rulebook rules;

  Simulation(Plan plan, Story.Telling telling) {
    this.plan = plan;
    this.bridged = plan.kind() == Plan.Kind.BRIDGES;
    this.clocks = Clocks.of(plan);
    this.time = new Timeline(clocks.start());
    this.story = new Story(time, telling);
    Faults.Known known =
        new Faults.Known(bridged ? Fault.ofBridges() : Fault.ofOrders(), plan.without());
    this.faults = new Faults(new SplittableRandom(plan.seed()), known, time, story);
    MemoryWorld memory = MemoryWorld.on(time);
    HaltLog halts = new HaltLog(time);
    LeaseLog leases = new LeaseLog(time, story);
    Checks checks = new Checks(time, memory, new Checks.Logs(halts, leases));
    this.stage = new Stage(time, faults, story, checks);
    this.rules = SimRules.drawn(faults);
    this.scene = new Scene(plan, stage, new Scene.Ground(memory, halts, leases), rules);
    this.prices = new Prices(time, faults);
    this.traders = new Traders(stage, scene.world(), rules, prices);
  }

  /** What came of it. */
  Outcome play() {
    try {
      build();
      clocks.begin(stage);
      new Cloud(scene, rules).begin();
      if (plan.mutant() == Mutant.UNKNOWN_BY_TIMER) {
        people.forEach(one -> new MutantTimer(time, scene.world().orders(), one.account()).begin());
      }
      time.task(SECOND, this::second);
      traders.begin(people, acts(), TAPS_MS);
      scene.told().whenInDoubt(this::inDoubt);
      for (int i = 0; i < terminals.size(); i++) {
        Traders.Person person = people.get(i);
        terminals.get(i).whenInVain(() -> traders.fireAgain(person));
      }
      time.pass(FAULTS_MS);
      awaitLate();
      faults.calm();
      new Ending(scene, traders, people).play();
      return new Outcome.Held(trace());
    } catch (Broken broken) {
      story.tell("!!", broken.invariant() + ": " + broken.getMessage());
      return new Outcome.Fell(trace(), broken.invariant(), broken.getMessage());
    } finally {
      scene.end();
    }
  }

  /** What comes late meets faults as well, and so does what becomes of it. */
  private void awaitLate() {
    for (long waited = 0; waited < LATE_MS && stage.checks().late().open(); waited += SECOND) {
      time.pass(SECOND);
    }
  }

  private void inDoubt(UserId user) {
    if (time.now() < DOUBTS_MS) {
      people.stream().filter(one -> one.user().equals(user)).forEach(traders::inDoubt);
    }
  }

  private Trace trace() {
    return new Trace(story.sha256(), story.lines(), faults.seen(), scene.edges().reached());
  }

  private int acts() {
    return Math.min(1 + faults.below(14), plan.most().acts());
  }

  private void second() {
    prices.step();
    terminals.forEach(Terminal::second);
    stage.checks().second(faults.troubleUntil());
    time.moment(SECOND, this::second);
  }

  private void build() {
    int accounts = Math.min(faults.percent(70) ? 1 : 2, plan.most().traders());
    int relays = Math.min(faults.percent(30) ? 1 : 2, plan.most().relays());
    boolean sameWay = faults.percent(50);
    List<Kit.Way> farms = new ArrayList<>();
    List<Kit.Way> bridges = new ArrayList<>();
    LastHop.Knows knows = bridged || faults.percent(70) ? LastHop.Knows.AWARE : LastHop.Knows.DUMB;
    LastHop.Tells tells =
        knows == LastHop.Knows.AWARE
            ? LastHop.Tells.EVERYTHING
            : LastHop.Tells.values()[faults.below(LastHop.Tells.values().length)];
    stage.checks().exits().expect(tells);
    for (int i = 0; i < accounts; i++) {
      Terminal terminal = terminal(i, ends(tells));
      LastHop farm = hop(terminal, new LastHop.Kind(RouteName.FARM, knows, tells));
      LastHop bridge = hop(terminal, new LastHop.Kind(RouteName.BRIDGE, knows, tells));
      if (bridged) {
        scene.bridged(
            bridge, new Expert(bridge, stage, new Expert.Setting(missing(), clocks.broker())));
      }
      farms.add(new Kit.Way(farm, bridge));
      bridges.add(new Kit.Way(bridge, farm));
    }
    for (int i = 0; i < relays; i++) {
      String name = i == 0 ? "relay-a" : "relay-b";
      Kit kit = new Kit(name, scene, (i == 0 || sameWay) != bridged ? farms : bridges);
      Machine machine = new Machine(name, stage, kit);
      time.task(i * 300L, machine::boot);
    }
  }

  private Terminal.Ends ends(LastHop.Tells tells) {
    boolean provable =
        tells == LastHop.Tells.EVERYTHING || plan.mutant() == Mutant.ROUTE_WITHOUT_HISTORY;
    return provable ? Terminal.Ends.ANY_TIME : Terminal.Ends.ONCE_KNOWN;
  }

  private Terminal terminal(int number, Terminal.Ends ends) {
    AccountId account = AccountId.of(5_001 + number, "sim");
    Terminal terminal = new Terminal(account, stage, prices, ends);
    terminals.add(terminal);
    Tier tier = tier();
    Traders.Person person = scene.person(number, tier, terminal.broker());
    people.add(person);
    if (clocks.night()) {
      new Overnight(scene, prices, rules).of(new Overnight.Holder(person, tier, terminal.broker()));
    }
    if (faults.percent(30)) {
      Broker broker = terminal.broker();
      Level far = Level.at(Price.of("160.000"));
      stage.checks().watch(broker.foreign(0, Level.absent()));
      stage.checks().watch(broker.foreign(20_250_626, far));
    }
    return terminal;
  }

  /** Who may hold enough to meet the day's cap, where that is what counts. */
  private Tier tier() {
    Tier[] tiers = {Tier.FANG, Tier.FANG, Tier.COMMANDER, Tier.APEX, Tier.APEX};
    Tier drawn = tiers[faults.below(tiers.length)];
    return SimRules.wide(rules) ? Tier.APEX : drawn;
  }

  private LastHop hop(Terminal terminal, LastHop.Kind kind) {
    return new LastHop(terminal, stage, kind, missing());
  }

  private Set<LastHop.Guard> missing() {
    return GUARDS.containsKey(plan.mutant()) ? Set.of(GUARDS.get(plan.mutant())) : Set.of();
  }
}
