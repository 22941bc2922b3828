package io.bitten.adapters.dynamodb;

import io.bitten.adapters.json.Json;
import io.bitten.core.account.AccountId;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.CloseWishes;
import java.util.List;

/** Closes under way: one item a target in the account's partition. */
public final class DynamoCloseWishes implements CloseWishes {
  private static final String AT = "at";

  private final Table orders;

  DynamoCloseWishes(Table orders) {
    this.orders = orders;
  }

  @Override
  public void keep(CloseWish wish) {
    orders.putIf(
        key(wish).with(AT, wish.at()).with(Item.DOC, Json.write(wish)),
        Condition.absentOrAtMost(AT, Item.moment(wish.at())));
  }

  @Override
  public List<CloseWish> of(AccountId account, int limit) {
    return orders.query(Range.after(partition(account), ""), limit).stream()
        .map(item -> Json.read(item.text(Item.DOC), CloseWish.class))
        .toList();
  }

  @Override
  public void drop(CloseWish wish) {
    orders.deleteIf(key(wish), Condition.absentOrAtMost(AT, Item.moment(wish.at())));
  }

  private static Item key(CloseWish wish) {
    return Item.at(partition(wish.account()), name(wish.target()));
  }

  private static String partition(AccountId account) {
    return "wish#" + account;
  }

  private static String name(CloseWish.Target target) {
    return switch (target) {
      case CloseWish.Target.Of one -> "order#" + one.order();
      case CloseWish.Target.All all -> "all";
    };
  }
}
