package io.bitten.local.sim;

import io.bitten.core.Rulebook;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Tier;
import io.bitten.core.account.UserId;
import io.bitten.core.chat.Button;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.OfferId;
import io.bitten.core.order.Order;
import io.bitten.core.order.OrderId;
import io.bitten.core.order.Origin;
import io.bitten.core.risk.TierRules;
import io.bitten.core.signal.Signal;
import io.bitten.core.signal.SignalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The chat's invariants, asserted from what Telegram was asked to show and from nothing else. */
final class ChatChecks {
  /** What the fire desk's refusal of an offer is told under. */
  private static final String REFUSED = "refused-";

  private final Timeline time;
  private final Rulebook rules;
  private final Map<ChatId, ChatReader> readers = new LinkedHashMap<>();
  private final Map<SignalId, Signal> signals = new LinkedHashMap<>();
  private final Set<SignalId> alerted = new HashSet<>();
  private final Set<String> finished = new HashSet<>();
  private final Map<String, Set<String>> fired = new HashMap<>();
  private final Map<String, Integer> placed = new HashMap<>();
  private final Map<String, OrderId> answered = new HashMap<>();
  private final Set<OrderId> denied = new HashSet<>();
  private final Set<OrderId> orders = new HashSet<>();
  private final Map<String, Integer> reached = new TreeMap<>();

  ChatChecks(Timeline time, Rulebook rules) {
    this.time = time;
    this.rules = rules;
  }

  List<ChatReader> readers() {
    return new ArrayList<>(readers.values());
  }

  ChatReader reader(ChatId chat) {
    return readers.get(chat);
  }

  void watch(ChatReader reader) {
    readers.put(reader.chat(), reader);
  }

  /** How often each end of an alert, and each state of an order, was reached. */
  Map<String, Integer> reached() {
    return reached;
  }

  void reached(String what) {
    reached.merge(what, 1, Integer::sum);
  }

  void made(Signal signal) {
    signals.put(signal.id(), signal);
  }

  /** Every alert of the signal is queued, and it has not expired. */
  void alerted(Signal signal) {
    if (signal.liveAt(time.instant())) {
      alerted.add(signal.id());
    }
  }

  /** The chat shows this card now. */
  void shows(ChatReader reader, Card card) {
    int at = card.html().indexOf("SIG_");
    if (at < 0) {
      return;
    }
    Signal signal = signals.get(new SignalId(card.html().substring(at, at + 16)));
    Instant now = time.instant();
    Checks.hold(
        reader.everBetween(signal.createdAt(), now, tier -> sees(tier, signal)),
        Invariant.I22_NO_ALERT_BELOW_TIER,
        reader.user() + " is shown " + signal.id() + ", which is " + signal.signalClass());
    Checks.hold(
        !offersFire(card)
            || reader.everBetween(signal.createdAt(), now, tier -> fires(tier, signal)),
        Invariant.I22_NO_ALERT_BELOW_TIER,
        reader.user() + " may not fire " + signal.id() + " and has the button");
  }

  private static boolean offersFire(Card card) {
    return card.rows().stream()
        .flatMap(List::stream)
        .anyMatch(one -> one instanceof Button.Callback call && call.data().startsWith("f:"));
  }

  private boolean sees(Tier tier, Signal signal) {
    return rules.of(tier).shown().contains(signal.signalClass());
  }

  private boolean fires(Tier tier, Signal signal) {
    TierRules may = rules.of(tier);
    return may.fireable().contains(signal.signalClass())
        && signal.tcs().compareTo(may.minimumTcs()) >= 0;
  }

  /** A message was posted, and not edited, for this. */
  void posted(Outgoing outgoing) {
    Checks.hold(
        !finished.contains(outgoing.key()),
        Invariant.I24_NO_ALERT_TWICE,
        outgoing.key() + " is posted again after it was settled");
    if (outgoing instanceof Outgoing.Alert alert) {
      reached("ALERT_SENT");
      reader(alert.chat()).got(signals.get(alert.signal()));
    }
  }

  /**
   * Its sender has lived to the end of the step, and did not ask for it again. An alert is late by
   * then, or was sent: that it is given up may be heard only when it comes again.
   */
  void finished(Outgoing outgoing) {
    finished.add(outgoing.key());
    if (outgoing instanceof Outgoing.Alert alert
        && !time.instant().isBefore(alert.until())
        && !reader(alert.chat()).hasGot(signals.get(alert.signal()))) {
      reached("ALERT_MISSED");
      reader(alert.chat()).missed(alert.signal());
    }
  }

  /** Somebody taps a FIRE. */
  void fires(UserId user, SignalId signal, String button) {
    fired.computeIfAbsent(user + " " + signal, key -> new HashSet<>()).add(button);
  }

  /** A confirmation of this order, or its cancelling, is answered under this key. */
  void answers(String key, OrderId order) {
    answered.put(key, order);
  }

  /** Somebody who is told that nothing was traded has no order, and never gets it. */
  void tells(Outgoing outgoing) {
    denied(outgoing)
        .ifPresent(
            order -> {
              denied.add(order);
              truthful(order);
            });
  }

  private Optional<OrderId> denied(Outgoing outgoing) {
    String html = card(outgoing).html();
    if (outgoing.key().startsWith(REFUSED)) {
      OfferId offer = new OfferId(outgoing.key().substring(REFUSED.length()));
      return Optional.of(FireDesk.orderId(offer)).filter(order -> html.contains("Not traded"));
    }
    return Optional.ofNullable(answered.get(outgoing.key()))
        .filter(order -> html.contains("Nothing was traded"));
  }

  private static Card card(Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Post post -> post.card();
      case Outgoing.Alert alert -> alert.card();
      case Outgoing.Edit edit -> edit.card();
      case Outgoing.Show show -> show.card();
    };
  }

  private void truthful(OrderId order) {
    Checks.hold(
        !denied.contains(order) || !orders.contains(order),
        Invariant.I25_CARD_TELLS_TRUTH,
        order + " is placed, and its trader is told that nothing was traded");
  }

  void placed(Order order) {
    reached("NEW");
    orders.add(order.id());
    truthful(order.id());
    if (order.origin() instanceof Origin.OfSignal of) {
      String key = order.user() + " " + of.signal();
      int orders = placed.merge(key, 1, Integer::sum);
      int buttons = fired.getOrDefault(key, Set.of()).size();
      Checks.hold(
          orders <= buttons,
          Invariant.I27_ONE_ORDER_A_FIRE,
          orders + " orders of " + buttons + " FIRE buttons: " + key);
    }
  }

  /** In the end: who was entitled all the while has it, or the sender says that it expired. */
  void nothingLost() {
    for (Signal signal : signals.values()) {
      for (ChatReader reader : readers.values()) {
        Checks.hold(
            !entitled(reader, signal)
                || reader.hasGot(signal)
                || reader.hasMissed(signal)
                || !alerted.contains(signal.id()),
            Invariant.I23_NO_ALERT_LOST,
            reader.user() + " never got " + signal.id());
      }
    }
  }

  /** Of a signal of calm times nothing is excused. */
  void everybodyGot(Signal signal) {
    for (ChatReader reader : readers.values()) {
      Checks.hold(
          !entitled(reader, signal) || reader.hasGot(signal),
          Invariant.I23_NO_ALERT_LOST,
          reader.user() + " did not get " + signal.id() + " though nothing went wrong");
    }
  }

  private boolean entitled(ChatReader reader, Signal signal) {
    Instant from = signal.createdAt();
    Instant until = signal.expiresAt();
    return reader.alwaysBetween(from, until, tier -> sees(tier, signal))
        && !reader.awayBetween(from, until);
  }
}
