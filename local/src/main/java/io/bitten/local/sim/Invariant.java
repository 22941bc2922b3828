package io.bitten.local.sim;

/** What always holds. {@code docs/invariants.md} says where each is asserted in the product. */
enum Invariant {
  I1_ONE_ENTRY_DEAL("an order has at most one entry deal, over all routes, relays and restarts"),
  I2_STATE_AGREES("a terminal state agrees with the broker"),
  I3_EVERYTHING_ENDS("after the faults stop every order is terminal or protected"),
  I4_NOT_NAKED("no position of ours is without a stop for 10 s while repairs can work"),
  I5_HALT_HOLDS("nothing leaves after a halt was told to the relay, or is older than its proof"),
  I6_CLOSES_WORK("closes work, halted or not"),
  I7_NOT_TOO_LATE("an aware last hop lets nothing pass after the order's deadline"),
  I8_INTENT_FIRST("nothing is sent without its intent forced to the disk before"),
  I9_LIMITS_HOLD("open, in-flight and unknown orders keep the limits on positions"),
  I10_RISK_HOLDS("the risk of open, in-flight and unknown orders keeps the daily cap"),
  I11_NO_STALE_EPOCH("a stale epoch never causes a deal"),
  I12_MESSAGE_KEPT("an entry's message goes only when the order is settled, or is or was in doubt"),
  I13_FOREIGN_UNTOUCHED("positions that are not ours are never touched"),
  I14_DEAL_HAS_ORDER("every deal with our magic belongs to exactly one order"),
  I15_MONEY_AGREES("a closed order's money is what the broker's deals say"),
  I16_LEGAL_EDGES("an order's version grows by one, along a legal edge"),
  I18_FAILURE_TEACHES_NOTHING("an order ends unexecuted only on complete answers"),
  I19_ALL_IS_TOLD("the cloud is told the last state of every order"),
  I20_BOOK_BALANCES("the risk book holds the risk of exactly the orders that are open"),
  I21_LATE_IS_AN_ORPHAN("a late execution is one orphan, counted, told, closed and booked"),
  I22_NO_ALERT_BELOW_TIER("nobody is shown a signal, or its FIRE, that the tier does not have"),
  I23_NO_ALERT_LOST("everybody entitled gets the alert, unless it expired or they are away"),
  I24_NO_ALERT_TWICE("nothing is posted again after its sender has finished with it"),
  I25_CARD_TELLS_TRUTH("what a chat shows of an order in the end is what became of it"),
  I26_FLOOD_RESPECTED("no call to a chat before the wait that Telegram asked for is over"),
  I27_ONE_ORDER_A_FIRE("a FIRE, tapped however often, places at most one order"),
  I28_ANY_ORDER_ONE_TIER("Stripe's events, in any order, give what is paid for"),
  I29_TERMS_ARRIVE("what reaches the broker is what was agreed, and what we store of it is so"),
  I30_TRADES_AGAIN("after the faults a fresh FIRE becomes a protected position"),
  I31_DAY_BALANCES("a day's result is the sum of what its ended trades came to"),
  I32_CLOSED_FOR_A_REASON("no position of ours is closed unless somebody asked for it"),
  I33_REST_COUNTS("what is left of a position is what is stored of it, and what is reserved"),
  I34_REWRITTEN_AGREES("a journal that is rewritten recalls what it would have recalled"),
  I35_DAY_TURNS("the risk book's page is today's, and counts what was placed today alone"),
  I36_VAIN_COMMANDS("a command past its time, or for another account, closes nothing");

  private final String words;

  Invariant(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
