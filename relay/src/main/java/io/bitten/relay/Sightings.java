package io.bitten.relay;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.fill.Reports;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The newest complete look at each account that the cloud has not been told. A look that was not
 * told yet gives way to the next one: nobody asks what an account was before the last.
 */
final class Sightings {
  private final Reports reports;
  private final Map<String, AccountSnapshot> untold = new ConcurrentSkipListMap<>();

  Sightings(Reports reports) {
    this.reports = reports;
  }

  void saw(AccountSnapshot look) {
    untold.put(look.account().value(), look);
  }

  /** Forgets what was seen of an account: another relay tells it now. */
  void forget(AccountId account) {
    untold.remove(account.value());
  }

  /**
   * Tells what is new, of all accounts together.
   *
   * @throws RuntimeException when the way is cut; all of it is told again then
   */
  void tell() {
    List<AccountSnapshot> looks = List.copyOf(untold.values());
    if (looks.isEmpty()) {
      return;
    }
    reports.seen(looks);
    looks.forEach(look -> untold.remove(look.account().value(), look));
  }
}
