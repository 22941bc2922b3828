package io.bitten.core.fire;

import io.bitten.core.CorrelationId;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Link;
import io.bitten.core.account.Ticket;
import io.bitten.core.account.UserId;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.ExitReason;
import io.bitten.core.order.Fill;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orphan;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks for exits. Never behind a tier, a limit or a halt; closing what is closed is success. */
public final class CloseDesk {
  private static final int OPEN_ORDERS = 100;

  /** A relay that takes a close later than this after it was asked for does not carry it out. */
  public static final Duration COMMAND_LIVES = Duration.ofMinutes(10);

  private final World world;

  public CloseDesk(World world) {
    this.world = world;
  }

  /** The trader's own orders that hold a position. */
  public List<Order> open(UserId user) {
    return account(user).stream()
        .flatMap(account -> world.orders().open(account, OPEN_ORDERS).stream())
        .map(Versioned::value)
        .filter(order -> order.user().equals(user) && fill(order).isPresent())
        .toList();
  }

  /** The trader's own orders that have not ended and hold no position yet; each may get one. */
  public List<Order> pending(UserId user) {
    return account(user).stream()
        .flatMap(account -> world.orders().open(account, OPEN_ORDERS).stream())
        .map(Versioned::value)
        .filter(order -> order.user().equals(user) && fill(order).isEmpty())
        .toList();
  }

  /** Positions of ours in the trader's account that no order stands for. */
  public List<Orphan> orphans(UserId user) {
    return everyOrphan(user).stream().filter(orphan -> orphan.state().open()).toList();
  }

  /** The same, with those that are gone or were explained; the newest first, some at most. */
  public List<Orphan> everyOrphan(UserId user) {
    return account(user).stream()
        .flatMap(account -> world.orphans().of(account, OPEN_ORDERS).stream())
        .map(Versioned::value)
        .filter(orphan -> orphan.user().equals(user))
        .toList();
  }

  /**
   * Asks to close the trader's position with this ticket; empty when the trader has none such.
   *
   * @param askedBy what the person did; a new wish is a new command, for the last one may have
   *     failed
   */
  public Optional<Order> close(UserId user, Ticket ticket, ExitReason reason, String askedBy) {
    Optional<Order> order =
        open(user).stream()
            .filter(one -> fill(one).map(Fill::ticket).equals(Optional.of(ticket)))
            .findFirst();
    order.ifPresent(one -> close(one, reason, askedBy));
    return order;
  }

  /**
   * Asks to close the position that this order holds, if it holds one. Not by the list of open
   * orders, which may not show it yet.
   */
  public void close(Order order, ExitReason reason, String askedBy) {
    fill(order)
        .ifPresent(
            fill ->
                world
                    .queues()
                    .relay(
                        new RelayCommand.Close(
                            header(
                                "close-" + order.id() + "-" + askedBy,
                                order.account(),
                                order.correlation()),
                            order.id(),
                            fill.ticket(),
                            reason)));
  }

  /** Asks to close every position of ours in the trader's account; returns what is open now. */
  public List<Order> closeAll(UserId user, ExitReason reason, String askedBy) {
    List<Order> open = open(user);
    account(user)
        .ifPresent(
            account ->
                world
                    .queues()
                    .relay(
                        new RelayCommand.CloseAll(
                            header(
                                "closeall-" + askedBy,
                                account,
                                new CorrelationId("closeall-" + askedBy)),
                            reason)));
    return open;
  }

  /** The position an order holds, if it holds one. */
  public static Optional<Fill> fill(Order order) {
    return switch (order.state()) {
      case OrderState.Filled s -> Optional.of(s.fill());
      case OrderState.Unprotected s -> Optional.of(s.fill());
      case OrderState.Protected s -> Optional.of(s.fill());
      case OrderState.Closing s -> Optional.of(s.fill());
      case OrderState.Closed s -> Optional.empty();
      case OrderState.New s -> Optional.empty();
      case OrderState.Submitting s -> Optional.empty();
      case OrderState.Unknown s -> Optional.empty();
      case OrderState.Rejected s -> Optional.empty();
      case OrderState.Expired s -> Optional.empty();
      case OrderState.Killed s -> Optional.empty();
      case OrderState.Dead s -> Optional.empty();
    };
  }

  /** The position an order holds or held, as it was seen last; empty while it has had none. */
  public static Optional<Fill> executed(Order order) {
    return order.state() instanceof OrderState.Closed closed
        ? Optional.of(closed.fill())
        : fill(order);
  }

  /** The account that a person's closes go to. */
  public Optional<AccountId> account(UserId user) {
    return world
        .traders()
        .find(user)
        .map(Versioned::value)
        .flatMap(
            trader ->
                trader.link() instanceof Link.To(var account)
                    ? Optional.of(account)
                    : Optional.empty());
  }

  private CommandHeader header(String id, AccountId account, CorrelationId correlation) {
    Instant now = world.time().instant();
    return new CommandHeader(
        id, account, new HaltEpochs(0, 0, 0), now, now.plus(COMMAND_LIVES), correlation);
  }
}
