package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import io.bitten.core.account.Tier;
import io.bitten.core.fill.Report;
import io.bitten.core.fill.Reports;
import io.bitten.core.halt.Halts;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.memory.MemoryDossiers;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Orders;
import io.bitten.core.relay.Leases;
import io.bitten.core.relay.Route;
import io.bitten.core.risk.RiskBooks;
import io.bitten.relay.CommandDoor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One story's world: the memory world, with faults around what the order's way goes through. */
final class Scene {
  private final Plan plan;
  private final Stage stage;
  private final MemoryWorld memory;
  private final Ground ground;
  private final Edges edges;
  private final Wires wires;
  private final CloudCaller caller;
  private final Told told;
  private final CommandDoor door;
  private final Map<Magic, Price> agreed = new HashMap<>();
  private final Map<Ticket, Lots> first = new HashMap<>();
  private final Map<LastHop, Expert> experts = new LinkedHashMap<>();

  Scene(Plan plan, Stage stage, Ground ground, Rulebook rules) {
    this.plan = plan;
    this.stage = stage;
    this.memory = ground.memory();
    this.ground = ground;
    this.edges =
        new Edges(
            stage.checks(),
            stage.story(),
            new Tables(memory.orders(), memory.traders(), memory.orphans()),
            rules);
    this.wires = Wires.of(stage, Json::write);
    this.caller = new CloudCaller(stage.time(), stage.faults());
    this.told = new Told(caller);
    this.door = new SimDoor(plan.mutant(), this);
  }

  /** What exists before the stage does. */
  record Ground(MemoryWorld memory, HaltLog halts, LeaseLog leases) {}

  Mutant mutant() {
    return plan.mutant();
  }

  Stage stage() {
    return stage;
  }

  Edges edges() {
    return edges;
  }

  Wires wires() {
    return wires;
  }

  Told told() {
    return told;
  }

  MemoryWorld memory() {
    return memory;
  }

  /** The cloud's view. */
  World world() {
    return world(new SimHalts(ground.halts(), caller));
  }

  /** The sweep's view: its look at the halts is a guard of its own. */
  World swept() {
    return mutant() == Mutant.NO_HALT_CHECK ? world(new NoHalts()) : world();
  }

  /** The reports' view: that they settle the book is a guard of its own. */
  World booked() {
    return mutant() == Mutant.FILL_NEVER_SETTLES
        ? world(
            new SimHalts(ground.halts(), caller),
            new MutantBooks(Mutant.BOOK_KEEPS, memory.riskBooks()))
        : world();
  }

  private World world(Halts halts) {
    SimRiskBooks real = new SimRiskBooks(memory.riskBooks(), caller);
    RiskBooks books =
        MutantBooks.MUTANTS.contains(mutant()) ? new MutantBooks(mutant(), real) : real;
    return world(halts, books);
  }

  private World world(Halts halts, RiskBooks books) {
    Orders orders = orders(caller);
    return new World(
        stage.time(),
        memory.nonces(),
        memory.market(),
        memory.indicators(),
        memory.newsFeed(),
        memory.calendars(),
        memory.ledger(),
        memory.traders(),
        memory.bills(),
        memory.accounts(),
        memory.offers(),
        orders,
        books,
        memory.relays(),
        halts,
        ground.leases(),
        memory.closeWishes(),
        new BookedOrphans(memory.orphans(), edges, caller),
        memory.inbox(),
        memory.shownCards(),
        new MemoryDossiers(
            memory.traders(),
            halts,
            memory.accounts(),
            memory.calendars(),
            books,
            memory.offers(),
            orders),
        memory.messenger(),
        new SimQueues(wires, caller, stage),
        told);
  }

  HaltLog haltLog() {
    return ground.halts();
  }

  Orders orders(Caller by) {
    SharedOrders shared = new SharedOrders(memory.orders(), edges, stage.faults(), by);
    return MutantOrders.MUTANTS.contains(mutant())
        ? new MutantOrders(mutant(), shared, memory.riskBooks())
        : shared;
  }

  Halts halts(SimProcess process) {
    SimHalts real = new SimHalts(ground.halts(), process);
    if (mutant() == Mutant.NO_HALT_CHECK) {
      return new NoHalts();
    }
    return mutant() == Mutant.LIFT_UNHEARD ? new NoLifts(real) : real;
  }

  Reports reports(SimProcess process) {
    SimReports real = new SimReports(wires, process, stage, edges);
    return mutant() == Mutant.FORGETS_TO_TELL ? report -> forgotten(real, report) : real;
  }

  private void forgotten(Reports real, Report report) {
    try {
      real.send(report);
    } catch (StoreTrouble trouble) {
      stage.story().tell("mutant", "forgets a report: " + trouble.getMessage());
    }
  }

  Leases leases(SimProcess process) {
    return mutant() == Mutant.NO_LEASE
        ? new SimLeases(new MutantLeases(ground.leases()), process)
        : new SimLeases(ground.leases(), process);
  }

  CommandDoor door() {
    return door;
  }

  /** The way to this last hop leads through files from now on. */
  void bridged(LastHop hop, Expert expert) {
    experts.put(hop, expert);
  }

  /** Whether the way to this last hop leads through files, where a gate stands. */
  boolean gated(LastHop hop) {
    return experts.containsKey(hop);
  }

  /** The story is over: what it held in memory may go. */
  void end() {
    experts.values().forEach(Expert::close);
  }

  /** A process's way to a last hop, and past it whatever the mutant does there. */
  Route route(LastHop hop, LastHop other, SimProcess process) {
    Expert expert = experts.get(hop);
    if (expert != null) {
      return new BridgeRoute(process, expert, stage, mutant());
    }
    SimRoute real = new SimRoute(process, hop, stage);
    if (MutantCalls.MUTANTS.contains(mutant())) {
      return new MutantCalls(mutant(), real);
    }
    return MutantRoute.MUTANTS.contains(mutant())
        ? new MutantRoute(
            mutant(),
            new MutantRoute.Real(real, new SimRoute(process, other, stage), agreed, first),
            hop.terminal().broker().snapshot(stage.time().instant(), List.of()))
        : real;
  }

  Traders.Person person(int number, Tier tier, Broker broker) {
    return Enrolment.of(new Enrolment.Person(number, tier), broker, memory);
  }
}
