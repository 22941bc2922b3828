package io.bitten.relay;

import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountSnapshot;
import io.bitten.core.fill.Reports;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The newest complete look at each account that the cloud has not been told. A look that was not
 * told, or could not be, gives way to the next one: nobody asks what an account was before the
 * last.
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
   * Tells what is new, of all accounts together, once: a look that no queue takes would else take
   * the others with it again and again.
   *
   * @throws RuntimeException when the way is cut; the next looks are told then
   */
  void tell() {
    List<AccountSnapshot> looks = List.copyOf(untold.values());
    if (looks.isEmpty()) {
      return;
    }
    looks.forEach(look -> untold.remove(look.account().value(), look));
    reports.seen(looks);
  }
}
