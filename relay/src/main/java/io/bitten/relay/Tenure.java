package io.bitten.relay;

import io.bitten.core.Versioned;
import io.bitten.core.Written;
import io.bitten.core.order.Owner;
import io.bitten.core.relay.Lease;
import io.bitten.relay.journal.JournalFact;
import java.time.Duration;
import java.util.Optional;

/**
 * This process's hold on its group's lease. Ages are measured by the ticker alone: a holder proves
 * its lease until three seconds before its end, counted from before it asked, and another relay
 * takes over only after it has seen the lease unchanged for its whole length. A machine that is put
 * to sleep between the last look at its lease, when the connection stands, and the bytes behind it
 * sends late; that meets the order's deadline and a newer epoch at a last hop that knows them.
 */
final class Tenure {
  /** A lease that was not renewed for so long may be taken over. */
  static final Duration LEASE = Duration.ofSeconds(15);

  /** How often it is renewed. */
  static final Duration RENEW_EVERY = Duration.ofSeconds(5);

  /** A holder stops so long before its lease may be taken over. */
  static final Duration MARGIN = Duration.ofSeconds(3);

  /** What is known of the lease. */
  private sealed interface Known {
    record Nothing() implements Known {}

    /** Ours under this epoch; proven until the ticker's nanoseconds. */
    record Ours(Owner owner, long provenUntil) implements Known {}

    /** Another's; this version of it was first seen at the ticker's nanoseconds. */
    record Theirs(String holder, long version, long firstSeen) implements Known {}
  }

  private final RelayPorts ports;
  private final String group;
  private final Boot boot;
  private volatile Known known = new Known.Nothing();
  private boolean held;

  /** The newest epoch that this process knows it holds; a write's answer may be lost. */
  private long noted;

  private boolean soundWhenTaken;

  Tenure(RelayPorts ports, String group, Boot boot) {
    this.ports = ports;
    this.group = group;
    this.boot = boot;
  }

  /**
   * One round: renews the lease, takes it when it may be taken, or sees who has it. A lease that is
   * not renewed because our journal broke is still ours until another relay takes it.
   *
   * @throws RuntimeException when the lease cannot be read or written; what was known stays
   */
  synchronized void renew() {
    long askedAt = now();
    Optional<Versioned<Lease>> stored = ports.leases().find(group);
    if (stored.isEmpty()) {
      take(0, 0, askedAt);
      return;
    }
    Versioned<Lease> lease = stored.get();
    if (ours(lease.value())) {
      if (!givesWay()) {
        hold(lease.version(), lease.value().epoch(), askedAt);
      }
    } else if (free(lease, askedAt)) {
      take(lease.version(), lease.value().epoch(), askedAt);
    }
  }

  /** The owner under whose epoch an entry may be sent now; empty when that cannot be proven. */
  Optional<Owner> proven() {
    if (!(known instanceof Known.Ours ours) || now() >= ours.provenUntil()) {
      tryToRenew();
    }
    return known instanceof Known.Ours ours && now() < ours.provenUntil()
        ? Optional.of(ours.owner())
        : Optional.empty();
  }

  /** Whether an attempt claimed under this owner's epoch may still be sent. */
  boolean stillProven(Owner owner) {
    return proven().filter(owner::equals).isPresent();
  }

  /** The same as known now, without asking the store. */
  boolean holds(Owner owner) {
    return known instanceof Known.Ours ours
        && ours.owner().equals(owner)
        && now() < ours.provenUntil();
  }

  /**
   * Whether this process works for its group. A holder that cannot renew works on, so that exits
   * stay possible: closing twice is harmless, entries need {@link #proven}.
   */
  boolean serves() {
    if (known instanceof Known.Nothing) {
      renew();
    }
    return known instanceof Known.Ours;
  }

  /** Whether what this owner had under way has to be settled by us: it ended, or was replaced. */
  boolean outlived(Owner owner) {
    return owner.relay().equals(boot.relay())
        || proven().filter(mine -> mine.epoch() > owner.epoch()).isPresent();
  }

  /** The hold as people read it. */
  String state() {
    return switch (known) {
      case Known.Nothing nothing -> "no lease yet";
      case Known.Ours ours -> "lease epoch " + ours.owner().epoch();
      case Known.Theirs theirs -> "standby for " + theirs.holder();
    };
  }

  /** The epoch of our hold; 0 when we have none. */
  long epoch() {
    return known instanceof Known.Ours ours ? ours.owner().epoch() : 0;
  }

  private void tryToRenew() {
    try {
      renew();
    } catch (RuntimeException e) {
      // Fails closed: without an answer nothing is proven, and the next round asks again.
      return;
    }
  }

  private boolean ours(Lease lease) {
    return lease.holder().equals(boot.relay()) && lease.bootId().equals(boot.bootId());
  }

  /**
   * Whether our journal has broken since we took the lease: nothing is opened here any more, and
   * one that stands by may do better. Nobody gives way with a journal that was broken when he took
   * it: of two with such, one keeps it.
   */
  private boolean givesWay() {
    return soundWhenTaken && !ports.journal().sound();
  }

  /** The process before ours on this journal is dead, or its lease stood still for its length. */
  private boolean free(Versioned<Lease> lease, long askedAt) {
    if (!held && lease.value().holder().equals(boot.relay())) {
      return true;
    }
    if (known instanceof Known.Theirs seen && seen.version() == lease.version()) {
      return askedAt - seen.firstSeen() >= LEASE.toNanos();
    }
    // Seen when the answer came: a question that hung would make its lease look old at once.
    known = new Known.Theirs(lease.value().holder(), lease.version(), now());
    return false;
  }

  /** Never below an epoch that this journal knows: the store may have been put back. */
  private void take(long version, long epoch, long askedAt) {
    hold(version, Math.max(epoch, ports.journal().leaseEpoch()) + 1, askedAt);
  }

  /** An epoch is noted when it is first known to be ours: the answer to its taking may be lost. */
  private void hold(long version, long epoch, long askedAt) {
    boolean sound = ports.journal().sound();
    if (write(version, epoch, askedAt) == Written.STORED && epoch != noted) {
      noted = epoch;
      soundWhenTaken = sound;
      if (sound) {
        ports.journal().append(new JournalFact.LeaseTaken(group, epoch));
      }
    }
  }

  private Written write(long version, long epoch, long askedAt) {
    Lease lease =
        new Lease(group, boot.relay(), boot.bootId(), epoch, ports.time().instant().plus(LEASE));
    Written written = ports.leases().save(new Versioned<>(lease, version));
    if (written == Written.STORED) {
      held = true;
      known =
          new Known.Ours(
              new Owner(boot.relay(), boot.bootId(), epoch),
              askedAt + LEASE.minus(MARGIN).toNanos());
    } else if (known instanceof Known.Nothing || known instanceof Known.Ours) {
      // Somebody wrote it between our reading and our writing; the next round sees who.
      known = new Known.Theirs("another relay", version, now());
    }
    return written;
  }

  private long now() {
    return ports.ticker().getAsLong();
  }
}
