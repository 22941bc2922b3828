package io.bitten.local.sim;

import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Level;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.order.RouteName;
import io.bitten.core.relay.Answer;
import io.bitten.core.relay.Deal;
import io.bitten.core.relay.Entry;
import io.bitten.core.relay.History;
import io.bitten.core.relay.Look;
import io.bitten.core.relay.Permit;
import io.bitten.core.relay.PositionClose;
import io.bitten.core.relay.Route;
import io.bitten.core.relay.RouteHealth;
import io.bitten.core.relay.StopChange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A route that lies in one way, so that the relay's guard against it has nothing to work on. */
final class MutantRoute implements Route {
  static final Set<Mutant> MUTANTS =
      Set.of(
          Mutant.FAILURE_IS_NONE,
          Mutant.NO_STOP_CHECK,
          Mutant.STOP_ANYWHERE,
          Mutant.NAIVE_FALLBACK,
          Mutant.CLOSES_EVERYTHING,
          Mutant.SENDS_BLINDLY,
          Mutant.ENTRIES_COST_NOTHING,
          Mutant.PART_UNSEEN,
          Mutant.PART_IS_ALL);

  /** Looks that do not show what an attempt became which was turned down. */
  private static final int HIDDEN_LOOKS = 8;

  private static final int OUR_MAGIC_FOR_ALL = 900_000;

  private final Mutant mutant;
  private final Route real;
  private final Route other;
  private final AccountSnapshot empty;
  private final Map<Magic, Price> agreed;
  private final Map<Magic, Integer> hidden = new HashMap<>();
  private final Map<Ticket, Lots> first;

  /**
   * What is behind it.
   *
   * @param used the way that was asked for
   * @param other the other way to the same account
   * @param agreed the stops that were ever asked for
   * @param first the lots that a position was first seen with
   */
  record Real(Route used, Route other, Map<Magic, Price> agreed, Map<Ticket, Lots> first) {}

  /**
   * @param empty the account without a position
   */
  MutantRoute(Mutant mutant, Real behind, AccountSnapshot empty) {
    this.mutant = mutant;
    this.real = behind.used();
    this.other = behind.other();
    this.agreed = behind.agreed();
    this.first = behind.first();
    this.empty = empty;
  }

  @Override
  public RouteName name() {
    return real.name();
  }

  @Override
  public Answer open(Entry entry, Permit permit) {
    agreed.put(entry.magic(), entry.stopLoss());
    Answer answer = real.open(entry, permit);
    if (mutant == Mutant.SENDS_BLINDLY && answer instanceof Answer.No) {
      hidden.put(entry.magic(), HIDDEN_LOOKS);
    }
    return mutant == Mutant.NAIVE_FALLBACK && answer instanceof Answer.Unknown
        ? other.open(entry, permit)
        : answer;
  }

  @Override
  public Answer close(PositionClose close) {
    return real.close(close);
  }

  @Override
  public Answer modify(StopChange change) {
    return real.modify(change);
  }

  @Override
  public Look look() {
    return switch (real.look()) {
      case Look.Complete complete ->
          new Look.Complete(shown(complete.snapshot()), complete.comments(), complete.working());
      case Look.Incomplete incomplete ->
          mutant == Mutant.FAILURE_IS_NONE
              ? new Look.Complete(empty, Map.of(), Set.of())
              : incomplete;
    };
  }

  @Override
  public History history(Instant since) {
    History history = real.history(since);
    if (mutant == Mutant.ENTRIES_COST_NOTHING && history instanceof History.Complete complete) {
      return new History.Complete(complete.deals().stream().map(MutantRoute::free).toList());
    }
    if (mutant == Mutant.PART_IS_ALL && history instanceof History.Complete complete) {
      return new History.Complete(
          complete.deals().stream().map(deal -> small(deal, complete.deals())).toList());
    }
    return mutant == Mutant.FAILURE_IS_NONE && history instanceof History.Incomplete
        ? new History.Complete(List.of())
        : history;
  }

  @Override
  public RouteHealth health() {
    return real.health();
  }

  @Override
  public void reset() {
    real.reset();
  }

  /** An entry as large as the first part of it that was closed. */
  private static Deal small(Deal deal, List<Deal> all) {
    if (deal.side() != Deal.Side.ENTRY) {
      return deal;
    }
    Lots part =
        all.stream()
            .filter(one -> one.side() == Deal.Side.EXIT)
            .filter(one -> one.position().equals(deal.position()))
            .findFirst()
            .map(Deal::lots)
            .orElse(deal.lots());
    return new Deal(
        deal.position(),
        deal.side(),
        deal.symbol(),
        part,
        deal.price(),
        deal.net(),
        deal.magic(),
        deal.comment(),
        deal.reason(),
        deal.at());
  }

  private static Deal free(Deal deal) {
    return new Deal(
        deal.position(),
        deal.side(),
        deal.symbol(),
        deal.lots(),
        deal.price(),
        deal.side() == Deal.Side.ENTRY ? Money.zero(deal.net().currency()) : deal.net(),
        deal.magic(),
        deal.comment(),
        deal.reason(),
        deal.at());
  }

  private AccountSnapshot shown(AccountSnapshot seen) {
    hidden.replaceAll((magic, looks) -> looks - 1);
    return new AccountSnapshot(
        seen.account(),
        seen.at(),
        seen.balance(),
        seen.equity(),
        seen.margin(),
        seen.freeMargin(),
        seen.positions().stream()
            .filter(one -> hidden.getOrDefault(one.magic(), 0) <= 0)
            .map(this::shown)
            .toList(),
        seen.quotes(),
        seen.specs());
  }

  private Lots lots(Position one) {
    return mutant == Mutant.PART_UNSEEN
        ? first.computeIfAbsent(one.ticket(), ticket -> one.lots())
        : one.lots();
  }

  private Position shown(Position one) {
    boolean stopped =
        agreed.containsKey(one.magic())
            && (mutant == Mutant.NO_STOP_CHECK
                || mutant == Mutant.STOP_ANYWHERE && one.stopLoss() instanceof Level.At);
    Level stop = stopped ? Level.at(agreed.get(one.magic())) : one.stopLoss();
    boolean ours = mutant != Mutant.CLOSES_EVERYTHING || one.magic().isOurs();
    Magic magic = ours ? one.magic() : Magic.ours(OUR_MAGIC_FOR_ALL + one.ticket().value());
    return new Position(
        one.ticket(),
        one.symbol(),
        one.direction(),
        lots(one),
        one.openPrice(),
        stop,
        one.takeProfit(),
        one.profit(),
        one.swap(),
        one.commission(),
        magic,
        one.openedAt());
  }
}
