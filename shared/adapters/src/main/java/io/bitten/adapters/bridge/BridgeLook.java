package io.bitten.adapters.bridge;

import io.bitten.adapters.json.Fields;
import io.bitten.adapters.terminal.BrokerClock;
import io.bitten.adapters.terminal.SymbolNames;
import io.bitten.adapters.terminal.TerminalFields;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Money;
import io.bitten.core.account.Position;
import io.bitten.core.account.Ticket;
import io.bitten.core.market.Currency;
import io.bitten.core.relay.Look;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An account as a status file shows it. The classic formats tell neither quotes nor symbols. Throws
 * {@link io.bitten.adapters.json.BadJson} on a position that may be ours and cannot be read.
 */
final class BridgeLook {
  private static final int MAX_POSITIONS = 1_000;
  private static final int LONGEST = 200;

  private final AccountId account;
  private final Currency currency;
  private final SymbolNames names;

  /** The classic formats tell no ticks: their times are taken as they are written. */
  private final BrokerClock clock = new BrokerClock();

  BridgeLook(AccountId account, Currency currency, SymbolNames names) {
    this.account = account;
    this.currency = currency;
    this.names = names;
  }

  Look look(Fields status, BridgeRecord.Funds funds, Instant at) {
    if (!status.flag("connected")) {
      return new Look.Incomplete("the terminal is not connected");
    }
    Optional<List<Fields>> listed = listed(status);
    if (listed.isEmpty()) {
      return new Look.Incomplete("the EA counts its positions and does not list them");
    }
    Map<Ticket, String> comments = new HashMap<>();
    List<Position> open = new ArrayList<>();
    for (Fields one : listed.get()) {
      TerminalFields.readable(one, names, new TerminalFields.Reader(currency, clock))
          .ifPresent(
              position -> {
                open.add(position);
                one.maybeText("comment", LONGEST)
                    .ifPresent(text -> comments.put(position.ticket(), text));
              });
    }
    return new Look.Complete(
        new AccountSnapshot(
            account,
            at,
            money(funds.balance()),
            money(funds.equity()),
            money(funds.margin()),
            money(funds.freeMargin()),
            open,
            Map.of(),
            Map.of()),
        comments,
        Set.of());
  }

  /** The positions: a list, or a count of none, which is a list as well. */
  private static Optional<List<Fields>> listed(Fields status) {
    if (status.isList("positions")) {
      return Optional.of(status.objects("positions", MAX_POSITIONS));
    }
    return status.whole("positions") == 0 ? Optional.of(List.of()) : Optional.empty();
  }

  private Money money(BigDecimal amount) {
    return new Money(amount, currency);
  }
}
