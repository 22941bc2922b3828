package io.bitten.local.sim;

import io.bitten.core.chat.Inbox;
import io.bitten.core.chat.Memos;
import java.time.Instant;

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
  public boolean seen(String door, String id) {
    caller.before("Inbox.seen");
    boolean seen = !forgets(door) && stored.seen(door, id);
    caller.after("Inbox.seen");
    return seen;
  }

  private boolean forgets(String door) {
    return (mutant == Mutant.NO_MEMO && door.equals(Memos.MESSAGE))
        || (mutant == Mutant.BUTTONS_WORK_AGAIN && door.equals(Memos.TAP));
  }

  @Override
  public void remember(String door, String id, Instant until) {
    caller.before("Inbox.remember");
    stored.remember(door, id, until);
    caller.after("Inbox.remember");
  }
}
