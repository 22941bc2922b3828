package io.bitten.adapters.dynamodb;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.UserId;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskBooks;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The risk books; {@link DynamoOrders} writes one together with the order it reserves for. */
public final class DynamoRiskBooks implements RiskBooks {
  private static final String BOOK = "book";

  private final Documents<RiskBook> documents;

  DynamoRiskBooks(Table users) {
    this.documents = new Documents<>(users, RiskBook.class);
  }

  @Override
  public Optional<Versioned<RiskBook>> find(UserId user) {
    return documents.find(partition(user), BOOK);
  }

  @Override
  public Written save(Versioned<RiskBook> book) {
    return documents.save(key(book), book);
  }

  /** The same write as {@link #save}, as a part of a transaction. */
  TransactWriteItem write(Versioned<RiskBook> book) {
    return documents
        .table()
        .write(documents.next(key(book), book), Condition.version(book.version()));
  }

  Place place(UserId user) {
    return documents.table().place(partition(user), BOOK);
  }

  Versioned<RiskBook> read(Item item) {
    return documents.read(item);
  }

  private static Item key(Versioned<RiskBook> book) {
    return Item.at(partition(book.value().user()), BOOK);
  }

  private static String partition(UserId user) {
    return "risk#" + user;
  }
}
