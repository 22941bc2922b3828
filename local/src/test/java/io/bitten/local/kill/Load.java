package io.bitten.local.kill;

import io.bitten.adapters.dynamodb.DynamoStores;
import io.bitten.adapters.sign.CommandSigner;
import io.bitten.adapters.sqs.QueueUrls;
import io.bitten.adapters.sqs.SqsQueues;
import io.bitten.core.Some;
import io.bitten.core.Versioned;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.UserId;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.market.Direction;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.order.HaltEpochs;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Origin;
import io.bitten.core.order.Terms;
import io.bitten.core.risk.RiskBook;
import io.bitten.local.market.SomeMarket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Places one order after another and sends its command, as the cloud does. Not more than a relay
 * can do before they expire, however slow its machine: then it would have nothing to carry out.
 */
final class Load {
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final Duration ORDER_LIVES = Duration.ofSeconds(60);

  /** Orders that wait for the relay, or are in its hands. */
  private static final int MOST_WAITING = 20;

  private final Scenery scenery;
  private final DynamoStores stores;
  private final SqsQueues queues;
  private final List<OrderId> placed = new CopyOnWriteArrayList<>();

  /** Of each account, in the order of its placings. */
  private final int[] firstOpen;

  private final Thread thread = new Thread(this::place, "load");
  private volatile int settled;
  private int executed;
  private volatile boolean running = true;

  Load(Scenery scenery, String privateKey) {
    this.scenery = scenery;
    this.firstOpen = IntStream.range(0, scenery.accounts().size()).toArray();
    this.stores = scenery.stores();
    QueueUrls urls =
        new QueueUrls(
            "-", "-", scenery.queue("orders"), scenery.queue("exits"), "-", "-", "-", "-");
    this.queues = new SqsQueues(scenery.sqs(), urls, new CommandSigner(privateKey));
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  void stop() throws InterruptedException {
    running = false;
    thread.join();
  }

  /**
   * How many orders are protected or have ended, of each account up to its first that is in
   * neither: to read all that wait, again and again, keeps a core from those who are to be killed.
   */
  int settled() {
    for (int account = 0; account < firstOpen.length; account++) {
      while (firstOpen[account] < placed.size() && counted(placed.get(firstOpen[account]))) {
        firstOpen[account] += firstOpen.length;
      }
    }
    return settled;
  }

  private boolean counted(OrderId id) {
    Order order = stores.orders().find(id).orElseThrow().value();
    boolean counts = settled(order);
    settled = settled + (counts ? 1 : 0);
    executed += order.state() instanceof OrderState.Protected ? 1 : 0;
    return counts;
  }

  /** How many of those are protected. */
  int executed() {
    settled();
    return executed;
  }

  List<Order> orders() {
    return placed.stream().map(id -> stores.orders().find(id).orElseThrow().value()).toList();
  }

  private static boolean settled(Order order) {
    return order.state().terminal() || order.state() instanceof OrderState.Protected;
  }

  private void place() {
    for (int number = 0; running; LockSupport.parkNanos(BETWEEN.toNanos())) {
      if (placed.size() - settled >= MOST_WAITING) {
        continue;
      }
      AccountId account = scenery.accounts().get(number % scenery.accounts().size());
      Order order = order(number++, account);
      stores.orders().place(order, Versioned.fresh(book(order.user())));
      queues.relay(FireDesk.command(order));
      placed.add(order.id());
    }
  }

  private Order order(int number, AccountId account) {
    Instant now = scenery.time().instant();
    Terms terms =
        new Terms(
            SomeMarket.EURUSD,
            Direction.BUY,
            Lots.of("0.01"),
            Price.of("1.10010"),
            Price.of("1.09500"),
            Price.of("1.10500"),
            Some.usd("5.00"),
            20);
    return new Order(
        OrderId.derivedFrom("kill", Integer.toString(number)),
        "TRD_20240304_%03d".formatted(number),
        stores.orders().nextMagic(),
        new UserId("tg-" + number),
        account,
        new Origin.OfTrader(),
        terms,
        new OrderState.New(),
        new HaltEpochs(0, 0, 0),
        now,
        now.plus(ORDER_LIVES),
        Some.correlation());
  }

  private static RiskBook book(UserId user) {
    RiskBook some = Some.riskBook();
    return new RiskBook(
        user,
        some.reservations(),
        some.day(),
        some.tilt(),
        some.peak(),
        some.recent(),
        some.settled());
  }
}
