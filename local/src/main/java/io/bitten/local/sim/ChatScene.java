package io.bitten.local.sim;

import io.bitten.adapters.stripe.StripeEvent;
import io.bitten.adapters.stripe.StripeEvents;
import io.bitten.core.Rulebook;
import io.bitten.core.Versioned;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.AccountMode;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.DemoPool;
import io.bitten.core.account.Link;
import io.bitten.core.account.Oath;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Role;
import io.bitten.core.account.Subscription;
import io.bitten.core.account.Tier;
import io.bitten.core.account.Trader;
import io.bitten.core.account.TradingAccount;
import io.bitten.core.billing.BillingDesk;
import io.bitten.core.chat.ChatSettings;
import io.bitten.core.chat.Messenger;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.memory.MemoryDossiers;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.core.order.Orders;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One story's chats: the memory world with faults around every port that serves them. */
final class ChatScene {
  static final ChatSettings SETTINGS =
      new ChatSettings(
          () -> "sixteen characters", "bot", new DemoPool(List.of()), "", "", Set.of());

  /** Well within a function's time. */
  private static final long LONGEST_STALL_MS = 8_000;

  private static final Duration PAID = Duration.ofDays(1);

  private final Plan plan;
  private final Timeline time;
  private final Faults faults;
  private final Rulebook rules;
  private final MemoryWorld memory;
  private final ChatChecks checks;
  private final SimTelegram telegram;
  private final ChatWires wires;
  private final Caller caller;
  private final World world;
  private final SimStripe stripe;

  ChatScene(Plan plan, Timeline time, Faults faults, Rulebook rules) {
    this.plan = plan;
    this.time = time;
    this.faults = faults;
    this.rules = rules;
    this.memory = MemoryWorld.on(time);
    this.checks = new ChatChecks(time, rules);
    this.telegram = new SimTelegram(time, faults, checks);
    this.wires = ChatWires.of(time, faults);
    this.caller = new CloudCaller(time, faults);
    this.world = world(memory.messenger(), plan.mutant());
    this.stripe = new SimStripe(time, faults, world.queues());
  }

  Mutant mutant() {
    return plan.mutant();
  }

  Timeline time() {
    return time;
  }

  Faults faults() {
    return faults;
  }

  Rulebook rules() {
    return rules;
  }

  MemoryWorld memory() {
    return memory;
  }

  ChatChecks checks() {
    return checks;
  }

  SimTelegram telegram() {
    return telegram;
  }

  SimStripe stripe() {
    return stripe;
  }

  ChatWires wires() {
    return wires;
  }

  /** The cloud's view; only a sender has Telegram in it. */
  World world() {
    return world;
  }

  /** The view of the step that sends this. */
  World sending(Outgoing outgoing) {
    Mutant memos = mutant() == Mutant.MEMO_FIRST ? Mutant.NO_MEMO : mutant();
    return world(telegram.on(outgoing, caller), memos);
  }

  private World world(Messenger messenger, Mutant memos) {
    SimTraders traders = new SimTraders(memory.traders(), caller, this::stored);
    SimBills bills = new SimBills(memory.bills(), caller, mutant());
    ChatOrders orders = orders();
    return new World(
        time,
        memory.nonces(),
        memory.market(),
        memory.indicators(),
        memory.newsFeed(),
        memory.calendars(),
        memory.ledger(),
        traders,
        bills,
        memory.accounts(),
        memory.offers(),
        orders,
        memory.riskBooks(),
        memory.relays(),
        memory.halts(),
        memory.leases(),
        memory.closeWishes(),
        memory.orphans(),
        new SimInbox(memory.inbox(), caller, memos),
        new SimShownCards(memory.shownCards(), caller, mutant()),
        new MemoryDossiers(
            memory.traders(),
            memory.halts(),
            memory.accounts(),
            memory.calendars(),
            memory.riskBooks(),
            memory.offers(),
            orders),
        messenger,
        new ChatQueues(wires, caller, faults, waits()),
        new ChatEvents(wires, caller, faults));
  }

  private ChatOrders orders() {
    Orders stored =
        MutantOrders.MUTANTS.contains(mutant())
            ? new MutantOrders(mutant(), memory.orders(), memory.riskBooks())
            : memory.orders();
    return new ChatOrders(stored, checks, caller, () -> standStill(faults.often(Fault.PAUSE)));
  }

  private void stored(Trader trader) {
    if (checks.reader(trader.chat()).has(trader.tier(), time.instant())) {
      faults.note(trader.id().value(), "is " + trader.subscription() + " from now on");
    }
  }

  private ChatQueues.Waits waits() {
    return new ChatQueues.Waits() {
      @Override
      public Duration asked(Duration after) {
        return mutant() == Mutant.FLOOD_IGNORED ? Duration.ofSeconds(1) : after;
      }

      @Override
      public void kept(ChatId chat) {
        telegram.kept(chat);
      }

      @Override
      public void stall() {
        standStill(faults.hit(Fault.PAUSE));
      }

      @Override
      public void stallAtTheDoor() {
        standStill(faults.often(Fault.PAUSE));
      }
    };
  }

  private void standStill(boolean now) {
    if (now) {
      time.pass(faults.between(500, LONGEST_STALL_MS));
    }
  }

  /** Somebody who has accepted the terms and linked an account. */
  ChatReader reader(int number, Tier tier) {
    long telegramId = 1_001 + number;
    AccountId account = AccountId.of(5_001 + number, "sim");
    ChatReader reader = new ChatReader(telegramId, account, tier);
    memory
        .accounts()
        .claim(new TradingAccount(account, reader.user(), AccountMode.DEMO, Broker.USD, "sim"));
    memory
        .traders()
        .save(
            Versioned.fresh(
                new Trader(
                    reader.user(),
                    telegramId,
                    "Sim",
                    Role.TRADER,
                    new Subscription.Ended(Tier.PRESS_PASS),
                    new Oath.Taken(rules.termsVersion(), Timeline.START),
                    new Link.To(account),
                    0,
                    Timeline.START,
                    Timeline.START,
                    Reach.REACHABLE)));
    BillingDesk billing = new BillingDesk(memory.world(), rules);
    stripe.paysSince(
        Timeline.START.minus(PAID),
        reader,
        tier,
        json -> {
          if (StripeEvents.read(json) instanceof StripeEvent.Said said) {
            said.facts().forEach(billing::take);
          }
        });
    checks.watch(reader);
    return reader;
  }
}
