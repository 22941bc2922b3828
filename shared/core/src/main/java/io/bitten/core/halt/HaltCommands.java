package io.bitten.core.halt;

import io.bitten.core.CorrelationId;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Link;
import io.bitten.core.account.Trader;
import io.bitten.core.account.UserId;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What relays are told of a halt, one account at a time; repeatable. */
final class HaltCommands {
  private static final Duration COMMAND_LIVES = Duration.ofMinutes(10);

  private final World world;

  HaltCommands(World world) {
    this.world = world;
  }

  /** The account's relay is told the halt. */
  void set(Halt halt, AccountId account) {
    Instant now = world.time().instant();
    world
        .queues()
        .relay(new RelayCommand.SetHalt(header(id(halt) + "-" + account, account, now), halt));
  }

  /**
   * Every position of the account that was open at the given moment is closed, if the halt says.
   */
  void close(Halt halt, AccountId account, String askedBy, Instant askedAt) {
    if (HaltRules.closing(halt).isPresent()) {
      world
          .queues()
          .relay(
              new RelayCommand.CloseAll(
                  header("panic-" + askedBy + "-" + account, account, askedAt), ExitReason.PANIC));
    }
  }

  /** The account that a person's fires go to. */
  List<AccountId> account(UserId user) {
    return world.traders().find(user).stream()
        .flatMap(trader -> linked(trader.value()).stream())
        .toList();
  }

  static List<AccountId> linked(Trader trader) {
    return trader.link() instanceof Link.To(var account) ? List.of(account) : List.of();
  }

  static String id(Halt halt) {
    return "halt-" + HaltTexts.of(halt.scope()) + "-" + halt.epoch();
  }

  private CommandHeader header(String id, AccountId account, Instant issuedAt) {
    return new CommandHeader(
        id,
        account,
        new HaltEpochs(0, 0, 0),
        issuedAt,
        world.time().instant().plus(COMMAND_LIVES),
        new CorrelationId("halt"));
  }
}
