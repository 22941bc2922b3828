package io.bitten.local.sim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One guard, or the guards that cover each other, taken away: some invariant has to fall. */
enum Mutant {
  NONE("nothing is taken away"),
  HOP_WITHOUT_DEDUPE("the last hop runs an order again that it knows"),
  HOP_WITHOUT_DEADLINE("the last hop runs orders past their deadline"),
  HOP_WITHOUT_EPOCH("the last hop runs orders of a relay that was replaced"),
  NO_LEASE("every relay takes itself for the one that works"),
  JOURNAL_WITHOUT_FSYNC("the journal's disk only says that it forced"),
  NO_RECOVERY("a starting relay does not take over what the last process left"),
  NO_RESERVATION("an order is placed though the risk book has changed meanwhile"),
  NO_COMPARE("orders are stored without comparing their version"),
  NO_HALT_CHECK("neither relay nor sweep reads halts or hears of them"),
  FAILURE_IS_NONE("a question without an answer counts as: there is none"),
  NO_STOP_CHECK("every position is taken to have its stop"),
  NAIVE_FALLBACK("on an unknown answer the order goes out by the other route"),
  UNKNOWN_BY_TIMER("an UNKNOWN order expires after a while"),
  NO_HORIZON("a sent order counts as settled at once"),
  FORGETS_TO_TELL("reports that could not be sent are dropped"),
  ROUTE_WITHOUT_HISTORY("positions end unseen behind a route that tells nothing of the past"),
  CLOSES_EVERYTHING("closing takes positions that are not ours as well"),
  NO_RESOLVER("nobody asks the broker about UNKNOWN orders"),
  FORGETS_CLOSES("a close of everything is taken and not stored"),
  WAITING_IS_DONE("a message whose order has to wait is deleted"),
  MAGICS_REPEAT("two orders in a row may get the same magic"),
  ENTRIES_COST_NOTHING("the history does not show what entries cost"),
  BOOK_KEEPS("an order that ended keeps its place in the risk book"),
  RISK_FORGOTTEN("the risk book counts positions and not what they may lose"),
  SENDS_BLINDLY("nothing that the broker shows keeps a second attempt back"),
  LATE_UNCOUNTED("the risk book does not take what was executed late"),
  LATE_UNSEEN("nobody compares the broker's positions with the orders"),
  LATE_IS_NOBODYS("no order is found by its magic"),
  EXPERT_WITHOUT_JOURNAL("the Expert Advisor carries out a request again that it knows"),
  SILENCE_IS_NOT_SENT("a request that was taken and not answered counts as not sent"),
  ALERTS_FOR_ALL("alerts go to every tier"),
  MEMO_FIRST("an alert counts as sent before it is sent"),
  NO_MEMO("the sender keeps no memo of what it sent"),
  OLD_CARDS("a card may go back to an older version"),
  FLOOD_IGNORED("a wait that Telegram asks for is cut to a second"),
  CANCELS_BLINDLY("a confirmation is called off and its order can still be placed"),
  BUTTONS_WORK_AGAIN("a button that works once works again"),
  BUTTONS_REPLACE("the answer to an old button may replace an order's card"),
  STRIPE_LAST_WINS("of what Stripe says of a subscription the last to arrive counts"),
  BILLS_WITHOUT_COMPARE("bills are stored without comparing their version");

  private final String words;

  Mutant(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** The name on the command line: {@code hop-without-dedupe}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Mutant> named(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
  }
}
