package io.bitten.local.sim;

import io.bitten.adapters.json.Json;
import io.bitten.adapters.stripe.StripeEvent;
import io.bitten.adapters.stripe.StripeEvents;
import io.bitten.core.Contention;
import io.bitten.core.Event;
import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.account.Reach;
import io.bitten.core.alert.AlertDesk;
import io.bitten.core.alert.MessageDesk;
import io.bitten.core.alert.NotifyDesk;
import io.bitten.core.alert.Sending;
import io.bitten.core.billing.BillingDesk;
import io.bitten.core.chat.ChatDesk;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Memos;
import io.bitten.core.chat.Outgoing;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.fill.Report;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.SweepDesk;
import io.bitten.core.signal.ScoreDesk;
import io.bitten.local.sim.ChatQueue.Took;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The functions behind the chat's queues: the real desks, each message a step of its own. */
final class ChatFunctions {
  private static final int SWEEP_MS = 5_000;
  private static final int SCORE_MS = 3_000;

  /** The sender's waits after a silence of Telegram; later the queue's own time counts. */
  private static final List<Duration> AFTER_SILENCE =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(60));

  private final ChatScene scene;
  private final World world;
  private final AlertDesk alerts;
  private final NotifyDesk notices;
  private final ChatDesk chats;
  private final FireDesk fires;
  private final FillDesk fills;
  private final SweepDesk sweeps;
  private final BillingDesk billing;
  private final ScoreDesk scores;

  ChatFunctions(ChatScene scene) {
    this.scene = scene;
    this.world = scene.world();
    Rulebook rules = scene.rules();
    this.alerts = new AlertDesk(world, alerting(scene), ChatScene.SETTINGS);
    this.notices = new NotifyDesk(world, rules, ChatScene.SETTINGS);
    this.chats = new ChatDesk(world, rules, ChatScene.SETTINGS);
    this.fires = new FireDesk(world, rules);
    this.fills = new FillDesk(world, rules);
    this.sweeps = new SweepDesk(world, fills);
    this.billing = new BillingDesk(world, rules);
    this.scores = new ScoreDesk(world, rules);
  }

  private static Rulebook alerting(ChatScene scene) {
    return scene.mutant() == Mutant.ALERTS_FOR_ALL
        ? MutantTiers.seeingAll(scene.rules())
        : scene.rules();
  }

  void begin() {
    ChatWires wires = scene.wires();
    wires.signals().serve(message -> done(() -> alert(message.body())));
    wires.notices().serve(message -> done(() -> tell(message.body())));
    wires.messages().serve(this::message);
    wires.updates().serve(message -> done(() -> update(message.body())));
    wires.fires().serve(message -> done(() -> fire(message.body())));
    wires.reports().serve(message -> done(() -> book(message.body())));
    wires.billing().serve(message -> done(() -> bill(message.body())));
    every(SWEEP_MS, sweeps::sweep);
    every(SCORE_MS, scores::step);
  }

  private static Took done(Runnable step) {
    step.run();
    return Took.DONE;
  }

  private void every(int ms, Runnable step) {
    scene.time().task(ms, () -> attempt(ms, step));
  }

  private void attempt(int ms, Runnable step) {
    try {
      step.run();
    } catch (Crash crash) {
      scene.faults().note("cloud", "a timer is killed");
    } catch (StoreTrouble | Contention trouble) {
      scene.faults().note("cloud", "a timer fails: " + trouble.getMessage());
    }
    every(ms, step);
  }

  private void alert(String body) {
    if (Json.read(body, Event.class) instanceof Event.SignalGenerated event) {
      boolean live = event.signal().liveAt(world.time().instant());
      int queued = alerts.alert(event);
      scene.faults().note("alerts", event.signal().id() + ": " + queued);
      if (live) {
        scene.checks().alerted(event.signal());
      }
    }
  }

  private void tell(String body) {
    notices.tell(Json.read(body, Event.class));
  }

  private void fire(String body) {
    fires.fire(Json.read(body, FireRequest.class));
  }

  private void book(String body) {
    fills.book(Json.read(body, Report.class));
  }

  private void bill(String body) {
    if (StripeEvents.read(body) instanceof StripeEvent.Said said) {
      said.facts().forEach(billing::take);
    }
  }

  private void update(String body) {
    Incoming incoming = Json.read(body, Incoming.class);
    chats.handle(incoming);
    if (incoming instanceof Incoming.Moved moved && moved.reach() == Reach.REACHABLE) {
      scene.checks().reader(moved.chat()).isBack(world.time().instant());
    }
  }

  private Took message(ChatQueue.Message message) {
    Outgoing outgoing = Json.read(message.body(), Outgoing.class);
    scene.checks().tells(outgoing);
    World sending = scene.sending(outgoing);
    boolean early = scene.mutant() == Mutant.MEMO_FIRST && outgoing instanceof Outgoing.Alert;
    if (early && !fresh(outgoing)) {
      return finished(outgoing);
    }
    return switch (sent(outgoing, message, new MessageDesk(sending, scene.rules()))) {
      case Sending.Later later -> {
        world.queues().messageAgain(message.receipt(), later.after());
        yield Took.LATER;
      }
      case Sending.Missed missed -> finished(outgoing);
      case Sending.Unreachable gone -> {
        scene.checks().reached("UNREACHABLE");
        yield finished(outgoing);
      }
      case Sending.Sent sent -> finished(outgoing);
      case Sending.Settled settled -> finished(outgoing);
      case Sending.Dead dead -> finished(outgoing);
    };
  }

  private Took finished(Outgoing outgoing) {
    scene.checks().finished(outgoing);
    return Took.DONE;
  }

  private Sending sent(Outgoing outgoing, ChatQueue.Message message, MessageDesk desk) {
    try {
      return desk.send(outgoing);
    } catch (SimTelegram.Unavailable silence) {
      if (message.receipts() > AFTER_SILENCE.size()) {
        throw silence;
      }
      return new Sending.Later(AFTER_SILENCE.get(message.receipts() - 1));
    }
  }

  /** The mutant's memo comes before the message. */
  private boolean fresh(Outgoing outgoing) {
    boolean seen = world.inbox().seen(Memos.MESSAGE, outgoing.key());
    if (!seen) {
      Instant until = world.time().instant().plus(Memos.KEPT);
      world.inbox().remember(Memos.MESSAGE, outgoing.key(), until);
    }
    return !seen;
  }
}
