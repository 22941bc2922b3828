package io.bitten.adapters.dynamodb;

import io.bitten.adapters.json.Json;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import java.util.Optional;

/** Values of one type as versioned documents. */
record Documents<T>(Table table, Class<T> type) {
  Optional<Versioned<T>> find(String pk, String sk) {
    return table.get(pk, sk).map(this::read);
  }

  Versioned<T> read(Item item) {
    return new Versioned<>(Json.read(item.text(Item.DOC), type), item.number(Item.VERSION));
  }

  /** The item that stores the value as the next version. */
  Item next(Item key, Versioned<T> value) {
    return key.with(Item.VERSION, value.version() + 1).with(Item.DOC, Json.write(value.value()));
  }

  Written save(Item key, Versioned<T> value) {
    return table.putOnce(next(key, value), Condition.version(value.version()))
        ? Written.STORED
        : Written.STALE;
  }
}
