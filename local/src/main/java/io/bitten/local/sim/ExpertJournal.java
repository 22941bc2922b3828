package io.bitten.local.sim;

import io.bitten.core.account.Magic;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the Expert Advisor's journal holds: every id it ever took, and the highest epoch. */
final class ExpertJournal {
  private final Map<String, ExpertRequest> intents = new LinkedHashMap<>();
  private final Map<Magic, ExpertRequest> magics = new LinkedHashMap<>();
  private long epoch;

  void intend(ExpertRequest request) {
    intents.put(request.id(), request);
    if (request.opens()) {
      magics.put(request.magic(), request);
    }
  }

  boolean knows(ExpertRequest request) {
    return intents.containsKey(request.id())
        || request.opens() && magics.containsKey(request.magic());
  }

  /** A definite no frees the magic for another attempt, and never the id. */
  void free(ExpertRequest request) {
    magics.remove(request.magic(), request);
  }

  Optional<ExpertRequest> of(Magic magic) {
    return Optional.ofNullable(magics.get(magic));
  }

  long epoch() {
    return epoch;
  }

  void saw(long newer) {
    epoch = Math.max(epoch, newer);
  }

  int size() {
    return intents.size();
  }

  /** Somebody deleted it. */
  void lose() {
    intents.clear();
    magics.clear();
    epoch = 0;
  }
}
