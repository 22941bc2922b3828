package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.account.UserId;
import io.bitten.core.risk.RiskBook;
import io.bitten.core.risk.RiskBooks;
import java.util.Optional;

/** The risk books as the cloud writes them: slow, sometimes silent. Reading one takes no time. */
final class SimRiskBooks implements RiskBooks {
  private final RiskBooks stored;
  private final Caller caller;

  SimRiskBooks(RiskBooks stored, Caller caller) {
    this.stored = stored;
    this.caller = caller;
  }

  @Override
  public Optional<Versioned<RiskBook>> find(UserId user) {
    return stored.find(user);
  }

  @Override
  public Written save(Versioned<RiskBook> book) {
    caller.before("RiskBooks.save");
    Written written = stored.save(book);
    caller.after("RiskBooks.save");
    return written;
  }
}
