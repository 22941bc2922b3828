package io.bitten.adapters.dynamodb;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.UserId;
import io.bitten.core.billing.Bill;
import io.bitten.core.billing.BillId;
import io.bitten.core.billing.Bills;
import java.util.List;
import java.util.Optional;

/** Bills: one item a subscription, and a line in the partition of everybody who was named. */
public final class DynamoBills implements Bills {
  private static final String BILL = "bill";

  private final Table users;
  private final Documents<Bill> documents;

  DynamoBills(Table users) {
    this.users = users;
    this.documents = new Documents<>(users, Bill.class);
  }

  @Override
  public Optional<Versioned<Bill>> find(BillId id) {
    return documents.find(partition(id), BILL);
  }

  @Override
  public Written save(Versioned<Bill> bill) {
    return documents.save(Item.at(partition(bill.value().id()), BILL), bill);
  }

  @Override
  public void list(UserId user, BillId bill) {
    users.put(Item.at(list(user), bill.value()));
  }

  @Override
  public List<Bill> of(UserId user, int limit) {
    List<Item> keys =
        users.query(Range.after(list(user), ""), limit).stream()
            .map(line -> Item.at(partition(new BillId(line.text(Item.SK))), BILL))
            .toList();
    return users.all(keys).stream().map(item -> documents.read(item).value()).toList();
  }

  private static String partition(BillId id) {
    return "bill#" + id;
  }

  private static String list(UserId user) {
    return "bills#" + user;
  }
}
