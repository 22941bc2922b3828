package io.bitten.local.sim;

import io.bitten.core.chat.Inbox;
import io.bitten.core.chat.Memos;
import java.time.Instant;
import java.util.Optional;

/** The memos as a function of the cloud sees them. */
final class SimInbox implements Inbox {
  private final Inbox stored;
  private final Caller caller;
  private final Mutant mutant;

  SimInbox(Inbox stored, Caller caller, Mutant mutant) {
    this.stored = stored;
    this.caller = caller;
    this.mutant = mutant;
  }

  @Override
  public Optional<String> by(String door, String id) {
    caller.before("Inbox.by");
    Optional<String> by = forgets(door) ? Optional.empty() : stored.by(door, id);
    caller.after("Inbox.by");
    return by;
  }

  private boolean forgets(String door) {
    return (mutant == Mutant.NO_MEMO && door.equals(Memos.MESSAGE))
        || (mutant == Mutant.BUTTONS_WORK_AGAIN && door.equals(Memos.TAP));
  }

  @Override
  public void remember(String door, String id, String by, Instant until) {
    caller.before("Inbox.remember");
    stored.remember(door, id, by, until);
    caller.after("Inbox.remember");
  }
}
