package io.bitten.core.fill;

import io.bitten.core.CorrelationId;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Ticket;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrphanFact;
import java.time.Instant;
import java.util.List;

/** What a relay tells the cloud. Any report may come twice or late. */
public sealed interface Report {

  /** An order's stored state has changed to the given version; read it. */
  record OrderMoved(OrderId order, AccountId account, long version, String state, Instant at)
      implements Report {}

  /**
   * An order is about to be stored under the given version, by one who may end before he can tell
   * it: read it as soon as it is.
   */
  record OrderMoving(OrderId order, AccountId account, long version, Instant at)
      implements Report {}

  /** Something was learned about a position of ours that no order stands for. */
  record OrphanSeen(AccountId account, Ticket ticket, OrphanFact fact, Instant at)
      implements Report {}

  /** A complete look at an account. */
  record AccountSeen(AccountSnapshot snapshot) implements Report {}

  /**
   * The relay is alive.
   *
   * @param working the accounts it works for now; none while it stands by
   */
  record Heartbeat(
      String relay, String bootId, String routeState, List<AccountId> working, Instant at)
      implements Report {
    public Heartbeat {
      working = List.copyOf(working);
    }
  }

  /**
   * A hop has taken a halt epoch into effect.
   *
   * @param scope as {@code HaltTexts} writes it
   * @param hop for example {@code relay vps-1} or {@code terminal 500123@Demo-Server}
   * @param at by the hop's own clock
   */
  record HaltSeen(String scope, long epoch, String hop, Instant at) implements Report {}

  /**
   * A close that was asked for was not carried out: its command came when its time was over, or the
   * broker said nothing but no.
   *
   * @param command the command's id, or {@code refused-ORDER-VERSION}
   * @param askedAt when the close was asked for; of a refused one, when the relay began with it
   */
  record CloseLapsed(
      String command,
      AccountId account,
      CloseWish.Target target,
      Instant askedAt,
      CorrelationId correlation,
      Instant at)
      implements Report {}
}
