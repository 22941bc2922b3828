package io.bitten.adapters.dynamodb;

import io.bitten.adapters.json.Json;
import io.bitten.core.Written;
import io.bitten.core.halt.Halt;
import io.bitten.core.halt.HaltScope;
import io.bitten.core.halt.Halts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The emergency stops, one item a scope. */
public final class DynamoHalts implements Halts {
  private static final String HALT = "halt";
  private static final String EPOCH = "epoch";

  private final Table users;

  DynamoHalts(Table users) {
    this.users = users;
  }

  @Override
  public Halt read(HaltScope scope) {
    return users.get(partition(scope), HALT).map(this::read).orElseGet(() -> Halt.never(scope));
  }

  @Override
  public Map<HaltScope, Halt> read(Collection<HaltScope> scopes) {
    List<Item> keys = scopes.stream().map(scope -> Item.at(partition(scope), HALT)).toList();
    Map<HaltScope, Halt> read = new HashMap<>();
    scopes.forEach(scope -> read.put(scope, Halt.never(scope)));
    users.all(keys).stream().map(this::read).forEach(halt -> read.put(halt.scope(), halt));
    return Map.copyOf(read);
  }

  @Override
  public Written write(Halt next) {
    if (next.epoch() < 1) {
      return Written.STALE;
    }
    Item item =
        Item.at(partition(next.scope()), HALT)
            .with(EPOCH, next.epoch())
            .with(Item.DOC, Json.write(next));
    return users.putOnce(item, follows(next.epoch() - 1)) ? Written.STORED : Written.STALE;
  }

  Place place(HaltScope scope) {
    return users.place(partition(scope), HALT);
  }

  Halt read(Item item) {
    return Json.read(item.text(Item.DOC), Halt.class);
  }

  private static Condition follows(long stored) {
    return stored == 0
        ? Condition.absent()
        : Condition.equal(EPOCH, AttributeValue.fromN(Long.toString(stored)));
  }

  private static String partition(HaltScope scope) {
    return switch (scope) {
      case HaltScope.Everything all -> "halt#everything";
      case HaltScope.OneAccount one -> "halt#account#" + one.account();
      case HaltScope.OneUser one -> "halt#user#" + one.user();
    };
  }
}
