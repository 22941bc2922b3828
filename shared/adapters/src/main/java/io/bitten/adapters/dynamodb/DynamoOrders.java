package io.bitten.adapters.dynamodb;

import io.bitten.core.Contention;
import io.bitten.core.Page;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.UserId;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.OrderState;
import io.bitten.core.order.Orders;
import io.bitten.core.risk.RiskBook;
import java.util.List;
import java.util.Optional;

/**
 * The orders. Placing writes the order, its line in the trader's view, its magic and the risk book
 * in one transaction. Two sparse indexes list the open and the waiting; they are only a hint of
 * what to read, each order found there is read again consistently and checked.
 */
public final class DynamoOrders implements Orders {
  /** Index of the orders that are not terminal, by account. */
  static final String LIVE = "live";

  /** Index of the orders that are still NEW, of those UNKNOWN, and of those without a stop. */
  static final String WAITING = "waiting";

  private static final String ORDER = "order";
  private static final String MAGIC = "magic";
  private static final String AGE = "age";
  private static final String NEW = "new";
  private static final String UNKNOWN = "unknown";
  private static final String NAKED = "naked";
  private static final String FORBIDDEN = "forbidden";

  private final Table orders;
  private final Magics magics;
  private final DynamoRiskBooks books;
  private final Documents<Order> documents;

  DynamoOrders(Table orders, DynamoRiskBooks books) {
    this.orders = orders;
    this.magics = new Magics(orders);
    this.books = books;
    this.documents = new Documents<>(orders, Order.class);
  }

  @Override
  public Magic nextMagic() {
    return magics.next();
  }

  @Override
  public Placed place(Order order, Versioned<RiskBook> book) {
    Item line = Item.at(view(order.user()), age(order)).with(ORDER, order.id().value());
    Item magic = Item.at(partition(order.magic()), MAGIC).with(ORDER, order.id().value());
    Transaction.Outcome outcome =
        Transaction.run(
            orders.client(),
            List.of(
                orders.write(item(Versioned.fresh(order)), Condition.absent()),
                orders.write(line, Condition.absent()),
                orders.write(magic, Condition.absent()),
                books.write(book)));
    return switch (outcome) {
      case Transaction.Outcome.Done done -> Placed.PLACED;
      case Transaction.Outcome.Refused refused ->
          refused.failed().getFirst() ? Placed.ALREADY : Placed.STALE;
    };
  }

  /** Puts an item without a document where the order would be. */
  @Override
  public boolean forbid(OrderId id) {
    Item never = Item.at(partition(id), ORDER).with(FORBIDDEN, "cancelled, run out or refused");
    return orders.putIf(never, Condition.absent())
        || orders
            .get(partition(id), ORDER)
            .map(DynamoOrders::forbidden)
            .orElseThrow(() -> new Contention("order " + id + " is just being placed"));
  }

  @Override
  public Optional<Versioned<Order>> find(OrderId id) {
    return orders.get(partition(id), ORDER).flatMap(this::read);
  }

  @Override
  public Optional<Versioned<Order>> find(Magic magic) {
    return orders.get(partition(magic), MAGIC).flatMap(item -> find(new OrderId(item.text(ORDER))));
  }

  @Override
  public Written save(Versioned<Order> order) {
    if (order.version() < 1) {
      throw new IllegalArgumentException(
          "an order is created by placing it: " + order.value().id());
    }
    return orders.putOnce(item(order), Condition.version(order.version()))
        ? Written.STORED
        : Written.STALE;
  }

  @Override
  public Page<Order> of(UserId user, String after, int limit) {
    // One more than asked for tells whether there is a next page.
    List<Item> lines = orders.query(Range.before(view(user), after), limit + 1);
    List<Item> shown = lines.subList(0, Math.min(limit, lines.size()));
    List<Order> found = read(shown).stream().map(Versioned::value).toList();
    return lines.size() > limit
        ? new Page<>(found, shown.getLast().text(Item.SK))
        : Page.last(found);
  }

  @Override
  public List<Versioned<Order>> open(AccountId account, int limit) {
    return indexed(LIVE, account.value(), limit).stream()
        .filter(order -> !order.value().state().terminal())
        .toList();
  }

  @Override
  public List<Versioned<Order>> unclaimed(int limit) {
    return indexed(WAITING, NEW, limit).stream()
        .filter(order -> order.value().state() instanceof OrderState.New)
        .toList();
  }

  @Override
  public List<Versioned<Order>> unknown(int limit) {
    return indexed(WAITING, UNKNOWN, limit).stream()
        .filter(order -> order.value().state() instanceof OrderState.Unknown)
        .toList();
  }

  @Override
  public List<Versioned<Order>> naked(int limit) {
    return indexed(WAITING, NAKED, limit).stream()
        .filter(order -> order.value().state().nakedSince().isPresent())
        .toList();
  }

  Place place(OrderId id) {
    return orders.place(partition(id), ORDER);
  }

  /** Empty for an order that was forbidden. */
  Optional<Versioned<Order>> read(Item item) {
    return forbidden(item) ? Optional.empty() : Optional.of(documents.read(item));
  }

  private static boolean forbidden(Item item) {
    return item.has(FORBIDDEN);
  }

  private List<Versioned<Order>> indexed(String index, String partition, int limit) {
    return orders.all(orders.query(Range.ofIndex(index, index, partition), limit)).stream()
        .map(documents::read)
        .toList();
  }

  private List<Versioned<Order>> read(List<Item> lines) {
    List<Item> keys =
        lines.stream().map(line -> Item.at("order#" + line.text(ORDER), ORDER)).toList();
    return orders.all(keys).stream().map(documents::read).toList();
  }

  private Item item(Versioned<Order> order) {
    Order value = order.value();
    Item item = documents.next(Item.at(partition(value.id()), ORDER), order).with(AGE, age(value));
    Item live = item.with(LIVE, value.account().value());
    return switch (value.state()) {
      case OrderState.New s -> live.with(WAITING, NEW);
      case OrderState.Unknown s -> live.with(WAITING, UNKNOWN);
      case OrderState.Unprotected s -> live.with(WAITING, NAKED);
      case OrderState.Submitting s -> live;
      case OrderState.Filled s -> live;
      case OrderState.Protected s -> live;
      case OrderState.Closing s -> s.nakedSince().isPresent() ? live.with(WAITING, NAKED) : live;
      case OrderState.Closed s -> item;
      case OrderState.Rejected s -> item;
      case OrderState.Expired s -> item;
      case OrderState.Killed s -> item;
      case OrderState.Dead s -> item;
    };
  }

  private static String partition(OrderId id) {
    return "order#" + id;
  }

  private static String partition(Magic magic) {
    return "magic#" + magic;
  }

  private static String view(UserId user) {
    return "user#" + user;
  }

  /** Sorts by age, then id. */
  private static String age(Order order) {
    return "%015d#%s".formatted(order.createdAt().toEpochMilli(), order.id());
  }
}
