package io.bitten.relay;

import java.time.Duration;

/** What one step did with its command, and so what becomes of its message. */
public sealed interface StepOutcome {

  /** The command has had its effect, or can have none any more: the message goes. */
  record Finished(String what) implements StepOutcome {}

  /** Nothing could be done yet and nothing was sent: the same command comes again. */
  record Later(Duration pause, String why) implements StepOutcome {}

  /** Nobody will ever be able to handle it: the message goes to the dead letters. */
  record Refused(String code, String sentence) implements StepOutcome {}
}
