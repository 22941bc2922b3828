package io.bitten.adapters.dynamodb;

import io.bitten.core.Digest;
import io.bitten.core.Page;
import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.Trader;
import io.bitten.core.account.Traders;
import io.bitten.core.account.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The people, in sixteen partitions by the hash of their id: one is found by one read, all are
 * listed without an index and without one hot partition. The page order is partition, then id.
 */
public final class DynamoTraders implements Traders {
  private static final int SHARDS = 16;

  private final Documents<Trader> documents;

  DynamoTraders(Table users) {
    this.documents = new Documents<>(users, Trader.class);
  }

  @Override
  public Optional<Versioned<Trader>> find(UserId id) {
    return documents.find(partition(shard(id)), id.value());
  }

  @Override
  public Written save(Versioned<Trader> trader) {
    UserId id = trader.value().id();
    return documents.save(Item.at(partition(shard(id)), id.value()), trader);
  }

  @Override
  public Page<Trader> page(String after, int limit) {
    Cursor cursor = Cursor.of(after);
    List<Item> found = new ArrayList<>();
    for (int shard = cursor.shard; shard < SHARDS && found.size() <= limit; shard++) {
      String bound = shard == cursor.shard ? cursor.id : "";
      // One more than asked for tells whether there is a next page.
      found.addAll(
          documents.table().query(Range.after(partition(shard), bound), limit + 1 - found.size()));
    }
    List<Trader> traders =
        found.stream().limit(limit).map(item -> documents.read(item).value()).toList();
    return found.size() > limit
        ? new Page<>(traders, Cursor.after(traders.getLast().id()).text())
        : Page.last(traders);
  }

  Place place(UserId id) {
    return documents.table().place(partition(shard(id)), id.value());
  }

  Versioned<Trader> read(Item item) {
    return documents.read(item);
  }

  private static int shard(UserId id) {
    return Integer.parseInt(Digest.hex(id.value()).substring(0, 1), SHARDS);
  }

  private static String partition(int shard) {
    return "trader#" + Integer.toString(shard, SHARDS);
  }

  private record Cursor(int shard, String id) {
    static Cursor of(String text) {
      if (text.isEmpty()) {
        return new Cursor(0, "");
      }
      if (!text.matches("[0-9a-f]:[A-Za-z0-9_-]{1,40}")) {
        throw new IllegalArgumentException("not the cursor of a page of traders: " + text);
      }
      return new Cursor(Integer.parseInt(text.substring(0, 1), SHARDS), text.substring(2));
    }

    static Cursor after(UserId id) {
      return new Cursor(DynamoTraders.shard(id), id.value());
    }

    String text() {
      return Integer.toString(shard, SHARDS) + ":" + id;
    }
  }
}
