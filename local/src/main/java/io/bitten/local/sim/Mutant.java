package io.bitten.local.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One guard, or the guards that cover each other, taken away: some invariant has to fall. */
enum Mutant {
  NONE("nothing is taken away"),
  HOP_WITHOUT_DEDUPE("the last hop runs an order again that it knows", Invariant.I1_ONE_ENTRY_DEAL),
  HOP_WITHOUT_DEADLINE("the last hop runs orders past their deadline", Invariant.I7_NOT_TOO_LATE),
  HOP_WITHOUT_EPOCH(
      "the last hop runs orders of a relay that was replaced", Invariant.I11_NO_STALE_EPOCH),
  NO_LEASE("every relay takes itself for the one that works", Invariant.I11_NO_STALE_EPOCH),
  JOURNAL_WITHOUT_FSYNC("the journal's disk only says that it forced", Invariant.I8_INTENT_FIRST),
  NO_RECOVERY(
      "a starting relay does not take over what the last process left", Invariant.I19_ALL_IS_TOLD),
  NO_RESERVATION(
      "an order is placed though the risk book has changed meanwhile",
      Invariant.I9_LIMITS_HOLD,
      Invariant.I10_RISK_HOLDS,
      Invariant.I33_REST_COUNTS),
  NO_COMPARE("orders are stored without comparing their version", Invariant.I16_LEGAL_EDGES),
  NO_HALT_CHECK("neither relay nor sweep reads halts or hears of them", Invariant.I5_HALT_HOLDS),
  FAILURE_IS_NONE(
      "a question without an answer counts as: there is none",
      Invariant.I2_STATE_AGREES,
      Invariant.I18_FAILURE_TEACHES_NOTHING),
  NO_STOP_CHECK(
      "every position is taken to have its stop",
      Invariant.I2_STATE_AGREES,
      Invariant.I4_NOT_NAKED),
  NAIVE_FALLBACK(
      "on an unknown answer the order goes out by the other route",
      Invariant.I1_ONE_ENTRY_DEAL,
      Invariant.I2_STATE_AGREES),
  UNKNOWN_BY_TIMER(
      "an UNKNOWN order expires after a while",
      Invariant.I18_FAILURE_TEACHES_NOTHING,
      Invariant.I2_STATE_AGREES),
  NO_HORIZON(
      "a sent order counts as settled at once",
      Invariant.I2_STATE_AGREES,
      Invariant.I18_FAILURE_TEACHES_NOTHING),
  FORGETS_TO_TELL(
      "reports that could not be sent are dropped",
      Invariant.I19_ALL_IS_TOLD,
      Invariant.I21_LATE_IS_AN_ORPHAN),
  ROUTE_WITHOUT_HISTORY(
      "positions end unseen behind a route that tells nothing of the past",
      Invariant.I2_STATE_AGREES),
  CLOSES_EVERYTHING(
      "closing takes positions that are not ours as well", Invariant.I13_FOREIGN_UNTOUCHED),
  NO_RESOLVER(
      "nobody asks the broker about UNKNOWN orders",
      Invariant.I3_EVERYTHING_ENDS,
      Invariant.I4_NOT_NAKED,
      Invariant.I21_LATE_IS_AN_ORPHAN),
  FORGETS_CLOSES("a close of everything is taken and not stored", Invariant.I6_CLOSES_WORK),
  WAITING_IS_DONE("a message whose order has to wait is deleted", Invariant.I12_MESSAGE_KEPT),
  MAGICS_REPEAT(
      "two orders in a row may get the same magic",
      Invariant.I14_DEAL_HAS_ORDER,
      Invariant.I29_TERMS_ARRIVE,
      Invariant.I2_STATE_AGREES),
  ENTRIES_COST_NOTHING("the history does not show what entries cost", Invariant.I15_MONEY_AGREES),
  BOOK_KEEPS("an order that ended keeps its place in the risk book", Invariant.I20_BOOK_BALANCES),
  RISK_FORGOTTEN(
      "the risk book counts positions and not what they may lose", Invariant.I10_RISK_HOLDS),
  SENDS_BLINDLY(
      "nothing that the broker shows keeps a second attempt back", Invariant.I1_ONE_ENTRY_DEAL),
  LATE_UNCOUNTED(
      "the risk book does not take what was executed late", Invariant.I21_LATE_IS_AN_ORPHAN),
  LATE_UNSEEN(
      "nobody compares the broker's positions with the orders",
      Invariant.I21_LATE_IS_AN_ORPHAN,
      Invariant.I4_NOT_NAKED,
      Invariant.I33_REST_COUNTS),
  LATE_IS_NOBODYS(
      "no order is found by its magic",
      Invariant.I21_LATE_IS_AN_ORPHAN,
      Invariant.I29_TERMS_ARRIVE,
      Invariant.I4_NOT_NAKED),
  TURNS_DIRECTION("an entry is sent the other way round", Invariant.I29_TERMS_ARRIVE),
  DROPS_TARGET("putting a stop back takes the target away", Invariant.I29_TERMS_ARRIVE),
  STOP_ANYWHERE("every stop passes for the agreed one", Invariant.I4_NOT_NAKED),
  PERMIT_ALWAYS(
      "nothing is asked again when the connection stands",
      Invariant.I7_NOT_TOO_LATE,
      Invariant.I5_HALT_HOLDS,
      Invariant.I11_NO_STALE_EPOCH,
      Invariant.I1_ONE_ENTRY_DEAL),
  CLOSES_THE_NEIGHBOUR(
      "a close takes another position of ours",
      Invariant.I32_CLOSED_FOR_A_REASON,
      Invariant.I21_LATE_IS_AN_ORPHAN),
  HISTORY_NOT_OFFERED("the history that is there is not read", Invariant.I15_MONEY_AGREES),
  PART_UNSEEN(
      "nobody sees that a part of a position was closed",
      Invariant.I33_REST_COUNTS,
      Invariant.I21_LATE_IS_AN_ORPHAN,
      Invariant.I6_CLOSES_WORK),
  PART_IS_ALL(
      "the end of a part counts as the end of all",
      Invariant.I15_MONEY_AGREES,
      Invariant.I2_STATE_AGREES),
  REWRITING_FORGETS(
      "a rewritten journal lacks what was not told",
      Invariant.I34_REWRITTEN_AGREES,
      Invariant.I19_ALL_IS_TOLD),
  REWRITES_IN_PLACE("a journal is rewritten in its own place", Invariant.I34_REWRITTEN_AGREES),
  DAY_STAYS(
      "no look turns the risk book's page", Invariant.I35_DAY_TURNS, Invariant.I31_DAY_BALANCES),
  NEVER_TOO_OLD("a command is good for ever", Invariant.I36_VAIN_COMMANDS),
  ANY_ACCOUNT(
      "a close is taken for its order's account, whatever it says", Invariant.I36_VAIN_COMMANDS),
  SETTLES_TWICE("a result that is told twice counts twice", Invariant.I31_DAY_BALANCES),
  FILL_NEVER_SETTLES(
      "a report of an end does not free its place",
      Invariant.I20_BOOK_BALANCES,
      Invariant.I31_DAY_BALANCES),
  BOOK_WITHOUT_COMPARE(
      "risk books are stored without comparing their version",
      Invariant.I20_BOOK_BALANCES,
      Invariant.I31_DAY_BALANCES),
  CIRCUIT_STAYS_OPEN(
      "a route that failed three times is never tried again", Invariant.I30_TRADES_AGAIN),
  LIFT_UNHEARD("a relay does not hear that a halt is lifted", Invariant.I30_TRADES_AGAIN),
  EXPERT_WITHOUT_JOURNAL(
      "the Expert Advisor carries out a request again that it knows",
      Invariant.I2_STATE_AGREES,
      Invariant.I1_ONE_ENTRY_DEAL),
  SILENCE_IS_NOT_SENT(
      "a request that was taken and not answered counts as not sent", Invariant.I2_STATE_AGREES),
  ALERTS_FOR_ALL("alerts go to every tier", Invariant.I22_NO_ALERT_BELOW_TIER),
  MEMO_FIRST(
      "an alert counts as sent before it is sent",
      Invariant.I23_NO_ALERT_LOST,
      Invariant.I24_NO_ALERT_TWICE),
  NO_MEMO("the sender keeps no memo of what it sent", Invariant.I24_NO_ALERT_TWICE),
  OLD_CARDS("a card may go back to an older version", Invariant.I25_CARD_TELLS_TRUTH),
  FLOOD_IGNORED("a wait that Telegram asks for is cut to a second", Invariant.I26_FLOOD_RESPECTED),
  CANCELS_BLINDLY(
      "a confirmation is called off and its order can still be placed",
      Invariant.I25_CARD_TELLS_TRUTH),
  BUTTONS_WORK_AGAIN("a button that works once works again", Invariant.I27_ONE_ORDER_A_FIRE),
  BUTTONS_REPLACE(
      "the answer to an old button may replace an order's card", Invariant.I25_CARD_TELLS_TRUTH),
  STRIPE_LAST_WINS(
      "of what Stripe says of a subscription the last to arrive counts",
      Invariant.I28_ANY_ORDER_ONE_TIER),
  BILLS_WITHOUT_COMPARE(
      "bills are stored without comparing their version", Invariant.I28_ANY_ORDER_ONE_TIER);

  private final String words;
  private final List<Invariant> falls;

  Mutant(String words, Invariant... falls) {
    this.words = words;
    this.falls = List.of(falls);
  }

  String words() {
    return words;
  }

  /** The invariant that it is there for, and others that may fall before. */
  List<Invariant> falls() {
    return falls;
  }

  /** The name on the command line: {@code hop-without-dedupe}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Mutant> named(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
  }
}
