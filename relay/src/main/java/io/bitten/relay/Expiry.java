package io.bitten.relay;

import io.bitten.core.fill.Report;
import io.bitten.core.order.CloseWish;
import io.bitten.core.order.CommandHeader;
import io.bitten.core.order.RelayCommand;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Commands whose time is over when they come: nothing of them is done. */
final class Expiry {
  private final InstantSource time;
  private final Outbox outbox;

  Expiry(InstantSource time, Outbox outbox) {
    this.time = time;
    this.outbox = outbox;
  }

  /** How a command ends that comes too late; empty for one in time. */
  Optional<StepOutcome> of(RelayCommand command) {
    Instant end = command.header().expiresAt();
    return time.instant().isBefore(end)
        ? Optional.empty()
        : Optional.of(new StepOutcome.Finished("the command was good until " + end));
  }

  /**
   * The same for a close. Whoever asked believes that it is on its way: that it came to nothing is
   * told.
   */
  Optional<StepOutcome> told(RelayCommand command, CloseWish.Target target) {
    Optional<StepOutcome> late = of(command);
    if (late.isPresent()) {
      CommandHeader header = command.header();
      outbox.put(
          new Report.CloseLapsed(
              header.id(),
              header.account(),
              target,
              header.issuedAt(),
              header.correlation(),
              time.instant()));
    }
    return late;
  }
}
