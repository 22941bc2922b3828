package io.bitten.adapters.dynamodb;

import io.bitten.adapters.json.Json;
import io.bitten.core.Written;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.account.Accounts;
import io.bitten.core.account.TradingAccount;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who holds which account, and the last complete look at each. */
public final class DynamoAccounts implements Accounts {
  private static final String CLAIM = "account";
  private static final String LOOK = "look";
  private static final String OWNER = "owner";
  private static final String AT = "at";

  private final Table users;

  DynamoAccounts(Table users) {
    this.users = users;
  }

  @Override
  public Optional<TradingAccount> find(AccountId id) {
    return users.get(partition(id), CLAIM).map(this::read);
  }

  @Override
  public Written claim(TradingAccount account) {
    String owner = account.owner().value();
    Item item =
        Item.at(partition(account.id()), CLAIM)
            .with(OWNER, owner)
            .with(Item.DOC, Json.write(account));
    return users.putIf(item, Condition.absentOrEqual(OWNER, AttributeValue.fromS(owner)))
        ? Written.STORED
        : Written.STALE;
  }

  @Override
  public Optional<AccountSnapshot> snapshot(AccountId id) {
    return users.get(partition(id), LOOK).map(this::look);
  }

  @Override
  public void keep(AccountSnapshot snapshot) {
    Item item =
        Item.at(partition(snapshot.account()), LOOK)
            .with(AT, snapshot.at())
            .with(Item.DOC, Json.write(snapshot));
    users.putIf(item, Condition.absentOrBelow(AT, Item.moment(snapshot.at())));
  }

  Place place(AccountId id) {
    return users.place(partition(id), CLAIM);
  }

  TradingAccount read(Item item) {
    return Json.read(item.text(Item.DOC), TradingAccount.class);
  }

  Place lookPlace(AccountId id) {
    return users.place(partition(id), LOOK);
  }

  AccountSnapshot look(Item item) {
    return Json.read(item.text(Item.DOC), AccountSnapshot.class);
  }

  private static String partition(AccountId id) {
    return "account#" + id;
  }
}
