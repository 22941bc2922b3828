package io.bitten.relay.journal;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.Ticket;
import io.bitten.core.account.UserId;
import io.bitten.core.fill.Report;
import io.bitten.core.halt.Halt;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.RouteName;
import java.time.Instant;

/** What the relay must know again after a crash. */
public sealed interface JournalFact {

  /**
   * An order is about to be sent. On disk before the first byte leaves.
   *
   * @param paramsHash what exactly is sent, as a SHA-256
   */
  record Intent(OrderId order, int attempt, RouteName route, Instant deadline, String paramsHash)
      implements JournalFact {}

  /** The attempt's outcome is stored where the cloud sees it. */
  record Result(OrderId order, int attempt, String answer) implements JournalFact {}

  /**
   * The order is about to be stored under this version, which the cloud must be told.
   *
   * @param state the state's label
   */
  record Moving(OrderId order, long version, String state) implements JournalFact {
    /** The state where none was noted. */
    static final String NOT_NOTED = "";

    /** Whether the state is known. */
    public boolean noted() {
      return !state.equals(NOT_NOTED);
    }
  }

  /** The cloud has been told about this version. */
  record Reported(OrderId order, long version) implements JournalFact {}

  /** Something was learned about a position without an order, and the cloud could not be told. */
  record OrphanUntold(Report.OrphanSeen seen) implements JournalFact {}

  /** The cloud has been told of it. */
  record OrphanTold(AccountId account, Ticket ticket, String what) implements JournalFact {
    /** What tells one report's kind about one position from another. */
    public static OrphanTold of(Report.OrphanSeen seen) {
      return new OrphanTold(seen.account(), seen.ticket(), seen.fact().getClass().getSimpleName());
    }
  }

  /** A halt, or its lifting, took effect here. */
  record HaltTaken(Halt halt) implements JournalFact {}

  /** The person whose orders go to the account. */
  record Owner(AccountId account, UserId user) implements JournalFact {}

  /** This process began; every process has a higher epoch than the one before. */
  record Epoch(long epoch, String bootId) implements JournalFact {}

  /** This relay took its group's lease under this epoch. */
  record LeaseTaken(String group, long epoch) implements JournalFact {}
}
