package io.bitten.core.chat;

import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.order.RelayCommand;
import java.time.Duration;
import java.util.List;

/**
 * The queues of commands. Each method returns when the message is stored; a repeat may arrive
 * twice.
 */
public interface Queues {
  void update(Incoming incoming);

  void fire(FireRequest request);

  /** Entries and exits travel on different queues; the command is signed on its way. */
  void relay(RelayCommand command);

  /** A page of traders to be told a change of the whole system's halt. */
  void halt(HaltPage page);

  /** A report, as a relay sends it; booked after everything before it in its account. */
  void report(Report report);

  void message(List<Outgoing> outgoing);

  /**
   * Asks for a taken outgoing message again after this long, instead of when the queue would bring
   * it by itself. The taker still reports it as not done.
   *
   * @param receipt what the queue gave the taker with the message
   */
  void messageAgain(String receipt, Duration after);

  /** A verified Stripe event's own JSON. */
  void billing(String eventId, String json);
}
