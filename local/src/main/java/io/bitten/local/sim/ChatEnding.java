package io.bitten.local.sim;

import io.bitten.core.Versioned;
import io.bitten.core.account.Subscription;
import io.bitten.core.chat.Card;
import io.bitten.core.chat.OrderCards;
import io.bitten.core.chat.OrphanCards;
import io.bitten.core.order.Order;
import io.bitten.core.order.Orphan;
import io.bitten.core.signal.Signal;
import java.time.Instant;
import java.util.Optional;

/**
 * After the faults: everything is sent, a last signal reaches everybody, and the cards are true.
 */
final class ChatEnding {
  private static final int MOST_ORDERS = 1_000;
  private static final long STEP_MS = 1_000;

  /** A message that a dead function holds, a wait that Telegram asked for, and some tries. */
  private static final long SETTLES_MS = 300_000;

  /** By then the score desk has announced it, and everybody has read it and answered. */
  private static final long READ_MS = 12_000;

  private final ChatScene scene;
  private final ChatPeople people;
  private final ChatSignals signals;
  private final OrderCards cards = new OrderCards(ChatScene.SETTINGS);
  private final OrphanCards orphanCards = new OrphanCards(ChatScene.SETTINGS);

  ChatEnding(ChatScene scene, ChatPeople people, ChatSignals signals) {
    this.scene = scene;
    this.people = people;
    this.signals = signals;
  }

  void play() {
    for (ChatReader reader : scene.checks().readers()) {
      if (scene.faults().percent(50)) {
        people.comesBack(reader);
      }
    }
    settle();
    Signal last = signals.make();
    scene.time().pass(READ_MS);
    scene.checks().everybodyGot(last);
    settle();
    scene.checks().nothingLost();
    scene.checks().readers().forEach(this::truth);
    scene.checks().readers().forEach(this::paidFor);
  }

  private void settle() {
    scene.time().pass(READ_MS);
    for (long waited = 0; waited < SETTLES_MS && !settled(); waited += STEP_MS) {
      scene.time().pass(STEP_MS);
    }
    Checks.hold(settled(), Invariant.I23_NO_ALERT_LOST, "messages still wait in their queues");
  }

  private boolean settled() {
    return scene.wires().empty()
        && scene.stripe().quiet()
        && scene.checks().readers().stream()
            .allMatch(
                reader ->
                    scene.memory().orders().open(reader.account(), MOST_ORDERS).isEmpty()
                        && !orphaned(reader));
  }

  private boolean orphaned(ChatReader reader) {
    return scene.memory().orphans().of(reader.account(), MOST_ORDERS).stream()
        .anyMatch(orphan -> orphan.value().state().open());
  }

  /** What is stored is what Stripe would say by now. */
  private void paidFor(ChatReader reader) {
    Subscription stored =
        scene.memory().traders().find(reader.user()).orElseThrow().value().subscription();
    Subscription due = scene.stripe().paidBy(reader);
    Checks.hold(
        stored.equals(due),
        Invariant.I28_ANY_ORDER_ONE_TIER,
        reader.user() + " has paid for " + due + " and has " + stored);
  }

  private void truth(ChatReader reader) {
    for (Order order : scene.memory().orders().of(reader.user(), "", MOST_ORDERS).items()) {
      Optional<Card> card = scene.telegram().lastOf(reader.chat(), order);
      truth(reader, order.createdAt(), cards.render(order), card);
    }
    for (Versioned<Orphan> stored : scene.memory().orphans().of(reader.account(), MOST_ORDERS)) {
      Orphan orphan = stored.value();
      Optional<Card> card = scene.telegram().lastOf(reader.chat(), orphan);
      truth(reader, orphan.foundAt(), orphanCards.render(orphan), card);
    }
  }

  private void truth(ChatReader reader, Instant since, Card due, Optional<Card> shown) {
    String text = shown.map(Card::html).orElse("nothing");
    Checks.hold(
        reader.awayBetween(since, scene.time().instant()) || text.equals(due.html()),
        Invariant.I25_CARD_TELLS_TRUTH,
        "what is true is: " + due.html() + "; the chat shows: " + text);
  }
}
