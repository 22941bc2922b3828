package io.bitten.core.chat;

import io.bitten.core.Event;
import io.bitten.core.Rulebook;
import io.bitten.core.SomeRules;
import io.bitten.core.World;
import io.bitten.core.alert.AlertDesk;
import io.bitten.core.alert.MessageDesk;
import io.bitten.core.alert.NotifyDesk;
import io.bitten.core.fill.FillDesk;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.fire.SweepDesk;
import io.bitten.core.halt.HaltPage;
import io.bitten.core.halt.HaltPages;
import io.bitten.core.memory.MemoryWorld;
import java.util.List;

/** The desks behind the queues of a memory world, and whoever carries from one to the next. */
final class Desks {
  private final MemoryWorld memory;
  private final ChatDesk chat;
  private final AlertDesk alerts;
  private final NotifyDesk notices;
  private final MessageDesk sender;
  private final FireDesk fires;
  private final FillDesk fills;
  private final SweepDesk sweeps;
  private final HaltPages pages;
  private int published;

  Desks(MemoryWorld memory, ChatSettings settings) {
    World world = memory.world();
    Rulebook rules = SomeRules.rulebook();
    this.memory = memory;
    this.published = memory.events().published().size();
    this.chat = new ChatDesk(world, rules, settings);
    this.alerts = new AlertDesk(world, rules, settings);
    this.notices = new NotifyDesk(world, rules, settings);
    this.sender = new MessageDesk(world, rules);
    this.fires = new FireDesk(world, rules);
    this.fills = new FillDesk(world, rules);
    this.sweeps = new SweepDesk(world, fills);
    this.pages = new HaltPages(world);
  }

  FillDesk fills() {
    return fills;
  }

  SweepDesk sweeps() {
    return sweeps;
  }

  /** Carries every queue until all are empty. */
  void carry() {
    boolean busy = true;
    while (busy) {
      busy = updates() | events() | messages();
    }
  }

  private boolean updates() {
    List<Incoming> updates = memory.queues().takeUpdates();
    updates.forEach(chat::handle);
    List<FireRequest> requests = memory.queues().takeFires();
    requests.forEach(fires::fire);
    List<HaltPage> halts = memory.queues().takeHalts();
    halts.forEach(pages::tell);
    return !(updates.isEmpty() && requests.isEmpty() && halts.isEmpty());
  }

  private boolean events() {
    List<Event> all = memory.events().published();
    List<Event> fresh = all.subList(published, all.size());
    published = all.size();
    for (Event event : fresh) {
      if (event instanceof Event.SignalGenerated signal) {
        alerts.alert(signal);
      }
      notices.tell(event);
    }
    return !fresh.isEmpty();
  }

  private boolean messages() {
    List<Outgoing> outgoing = memory.queues().takeMessages();
    outgoing.forEach(sender::send);
    return !outgoing.isEmpty();
  }
}
