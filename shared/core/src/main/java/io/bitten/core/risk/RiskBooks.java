package io.bitten.core.risk;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.UserId;
import java.util.Optional;

/** The traders' risk books. Placing an order saves a book through {@code Orders.place} instead. */
public interface RiskBooks {
  Optional<Versioned<RiskBook>> find(UserId user);

  Written save(Versioned<RiskBook> book);
}
