package io.bitten.core.order;

import io.bitten.core.account.Money;
import java.time.Instant;

/** An orphan's small life: CLOSING or LEFT, then CLOSED or ADOPTED, and nothing after. */
public final class OrphanRules {
  private OrphanRules() {}

  /** How an orphan begins: what came from an order of ours is closed, anything else is left. */
  public static OrphanState first(OrphanSource source, Instant at) {
    return switch (source) {
      case OrphanSource.OfOrder order -> new OrphanState.Closing(ExitReason.LATE, at);
      case OrphanSource.OfNobody nobody -> new OrphanState.Left(at);
    };
  }

  /**
   * The orphan after a fact; the same orphan when the fact says nothing new.
   *
   * @param risk what it may lose as it was found; used by {@link OrphanFact.Found} alone
   */
  public static Orphan after(Orphan orphan, OrphanFact fact, Money risk, Instant at) {
    if (!orphan.state().open()) {
      return orphan;
    }
    return switch (fact) {
      case OrphanFact.Found found -> found(orphan, found, risk, at);
      case OrphanFact.CloseAsked asked ->
          orphan.state() instanceof OrphanState.Left
              ? orphan.with(new OrphanState.Closing(asked.reason(), at))
              : orphan;
      case OrphanFact.Gone gone ->
          orphan.with(new OrphanState.Closed(asAsked(orphan.state(), gone.exit())));
      case OrphanFact.Claimed claimed -> orphan.with(new OrphanState.Adopted(claimed.order(), at));
    };
  }

  /** The broker says only that an expert closed it; the record knows who asked. */
  private static Exit asAsked(OrphanState state, Exit exit) {
    if (!(state instanceof OrphanState.Closing closing) || exit.reason() != ExitReason.OUTSIDE) {
      return exit;
    }
    return switch (exit) {
      case Exit.Booked e -> new Exit.Booked(e.price(), e.net(), closing.reason(), e.at());
      case Exit.Unbooked e -> new Exit.Unbooked(e.price(), closing.reason(), e.at());
    };
  }

  /** Whose it is may be learned later, and is not forgotten again. */
  private static Orphan found(Orphan orphan, OrphanFact.Found found, Money risk, Instant at) {
    boolean learned =
        orphan.source() instanceof OrphanSource.OfNobody
            && found.source() instanceof OrphanSource.OfOrder;
    return new Orphan(
        orphan.id(),
        orphan.user(),
        orphan.account(),
        learned ? found.source() : orphan.source(),
        orphan.symbol(),
        orphan.direction(),
        found.fill(),
        risk,
        learned && orphan.state() instanceof OrphanState.Left
            ? first(found.source(), at)
            : orphan.state(),
        orphan.foundAt());
  }
}
