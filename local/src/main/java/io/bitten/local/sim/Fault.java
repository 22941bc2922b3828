package io.bitten.local.sim;

import java.util.EnumSet;
import java.util.Set;

/** Everything that can go wrong, and what a story says about it. */
enum Fault {
  CONNECT_REFUSED("the route refuses the connection"),
  CONNECT_SLOW("the connection takes its time"),
  REQUEST_LOST("the request is lost on its way"),
  REQUEST_LATE("the request arrives long after the caller gave up"),
  REQUEST_TWICE("the network delivers the request twice"),
  CLOSE_TWICE("the network delivers a close twice"),
  MODIFY_TWICE("the network delivers a change of a stop twice"),
  ANSWER_LOST("the answer is lost after the effect"),
  ANSWER_PENDING("the broker takes the order and fills it later"),
  EXECUTED_LATE("the broker carries it out when nobody waits for it any more"),
  REQUOTE("the broker asks for a new price"),
  PARTIAL_FILL("only a part is filled"),
  STOP_DROPPED("the position opens without its stop"),
  STOP_REFUSED("the broker refuses to change the stop"),
  CLOSE_REFUSED("the broker refuses to close"),
  CLOSED_BY_HAND("somebody closes the position by hand"),
  CLOSED_IN_PART("somebody closes a part of the position by hand"),
  ANNULLED("the broker takes a deal back"),
  STOP_REMOVED("somebody takes the stop off by hand"),
  STOP_MOVED("somebody moves the stop farther off by hand"),
  SUFFIX_CHANGED("the broker renames the pair"),
  WEEKEND("the market closes and opens with a gap"),
  FARM_FORGETS("the last hop restarts without its memory"),
  EXPERT_RESTARTS("the Expert Advisor is started anew"),
  EXPERT_ABSENT("no Expert Advisor runs"),
  EXPERT_SLOW("the Expert Advisor takes its time"),
  FOLDER_EMPTIED("the bridge's folder is emptied, and the journal is gone"),
  FILE_TORN("a file of the bridge is there and only half written"),
  RESULT_TWICE("a result comes back after it was read"),
  CLOCKS_CHANGE("the broker's clock changes for the season"),
  DISCONNECTED("the terminal answers and is not connected"),
  HISTORY_NOT_SYNCED("the terminal's history is not synchronised"),
  HISTORY_LAGS("the terminal's history lacks its last seconds"),
  LOOK_LAGS("the terminal shows the past"),
  LOOK_FAILS("a question gets no answer"),
  CRASH("the process dies"),
  RESTART("a request waits in the network while its relay is restarted"),
  POWER_LOSS("the machine loses power: what was not forced is gone or torn"),
  DISK_FULL("the disk is full"),
  FSYNC_ERROR("the disk does not force"),
  FILE_HELD("the journal's file is held by another program while it is to be rewritten"),
  REWRITTEN("the journal is rewritten whenever it has grown a little"),
  DAY_TURNS("midnight: a day ends with positions open"),
  PAUSE("the process stands still"),
  CLOCK_STEP("the machine's clock jumps"),
  SEND_FAILS("a message cannot be sent"),
  SEND_UNSURE("a message is sent, and its sender is told it was not"),
  MESSAGE_TWICE("a message is delivered twice at once"),
  MESSAGE_LATE("a message is late"),
  COMMAND_WRONG("a command says something else than its order"),
  COMMAND_EXPIRED("a close of everything comes when its time is over"),
  COMMAND_ASTRAY("a command names another account than its order's"),
  COMMAND_AGAIN("somebody plays a command again"),
  DELETE_LOST("a done message comes again"),
  STORE_FAILS("the store does not answer and does nothing"),
  STORE_UNSURE("the store does it and does not answer"),
  STORE_LAGS("the store's index shows the past"),
  CLOUD_DIES("a function is killed in the middle"),
  DOUBLE_TAP("the trader taps twice"),
  LATE_TAP("the tap arrives after the card's time"),
  IMPATIENT("the trader fires again while an order is in doubt"),
  BURST("the trader taps on everything at once"),
  PANIC("the trader closes everything"),
  HALT("somebody presses a halt"),
  HALT_MIDWAY("somebody presses a halt while an order is on its way"),
  LIFT("somebody lifts the halt"),
  CLOSE("the trader closes one position"),
  FLOOD("Telegram asks to wait"),
  TELEGRAM_FAILS("Telegram does not work"),
  TELEGRAM_UNSURE("Telegram does it, and its answer is lost"),
  EDIT_REFUSED("Telegram does not edit a message any more"),
  BLOCKED("somebody blocks the bot"),
  RETURNED("somebody lets the bot in again"),
  TIER_CHANGED("something happens with somebody's subscription"),
  STRIPE_DISORDER("an event of Stripe is overtaken"),
  STRIPE_LATE("an event of Stripe comes late"),
  STRIPE_TWICE("Stripe sends an event twice"),
  SHORT_SIGNAL("a signal expires soon"),
  DOUBLE_FIRE("the reader taps FIRE twice"),
  OLD_BUTTON("somebody taps a button of long ago"),
  UPDATE_TWICE("Telegram brings an update twice"),
  CANCEL_TOO("the trader cancels what is confirmed at the same time");

  private static final Set<Fault> OF_THE_CHAT_ALONE = EnumSet.range(FLOOD, CANCEL_TOO);

  private static final Set<Fault> OF_THE_BRIDGE_ALONE =
      EnumSet.range(EXPERT_RESTARTS, CLOCKS_CHANGE);

  /** With one of these a repair goes on as if nothing was. */
  private static final Set<Fault> BESIDE_REPAIRS =
      EnumSet.of(
          REQUEST_TWICE,
          CLOSE_TWICE,
          MODIFY_TWICE,
          ANSWER_PENDING,
          EXECUTED_LATE,
          REQUOTE,
          PARTIAL_FILL,
          STOP_DROPPED,
          CLOSED_BY_HAND,
          CLOSED_IN_PART,
          ANNULLED,
          STOP_REMOVED,
          STOP_MOVED,
          SUFFIX_CHANGED,
          FARM_FORGETS,
          REWRITTEN,
          DAY_TURNS,
          MESSAGE_TWICE,
          MESSAGE_LATE,
          COMMAND_WRONG,
          COMMAND_EXPIRED,
          COMMAND_ASTRAY,
          COMMAND_AGAIN,
          DELETE_LOST,
          CLOUD_DIES,
          DOUBLE_TAP,
          LATE_TAP,
          IMPATIENT,
          BURST,
          PANIC,
          HALT,
          HALT_MIDWAY,
          LIFT,
          CLOSE);

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Whether a missing stop may have to wait for its end. */
  boolean stopsRepairs() {
    return !BESIDE_REPAIRS.contains(this);
  }

  /** What can go wrong on an order's way. */
  static Set<Fault> ofOrders() {
    Set<Fault> all = ofBridges();
    all.removeAll(OF_THE_BRIDGE_ALONE);
    return all;
  }

  /** The same where the way leads through the files of the bridge. */
  static Set<Fault> ofBridges() {
    return EnumSet.complementOf(EnumSet.copyOf(OF_THE_CHAT_ALONE));
  }

  /** What can go wrong with its files and nowhere else. */
  static Set<Fault> ofBridgesAlone() {
    return EnumSet.copyOf(OF_THE_BRIDGE_ALONE);
  }

  /** What can go wrong on a message's way, and on a tap's. */
  static Set<Fault> ofChats() {
    Set<Fault> all = EnumSet.range(SEND_FAILS, STORE_UNSURE);
    all.removeAll(Set.of(COMMAND_EXPIRED, COMMAND_ASTRAY, COMMAND_AGAIN));
    all.addAll(Set.of(PAUSE, CLOUD_DIES, DOUBLE_TAP, LATE_TAP, CLOSE, HALT_MIDWAY));
    all.addAll(Set.of(ANSWER_LOST, EXECUTED_LATE, REQUOTE, PARTIAL_FILL, CLOSED_IN_PART));
    all.addAll(Set.of(STOP_DROPPED, STOP_REFUSED, STOP_REMOVED, CLOSE_REFUSED));
    all.addAll(OF_THE_CHAT_ALONE);
    return all;
  }
}
