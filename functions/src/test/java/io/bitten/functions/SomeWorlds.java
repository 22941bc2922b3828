package io.bitten.functions;

import io.bitten.core.World;
import io.bitten.core.chat.Messenger;

/** Worlds with one part exchanged. */
public final class SomeWorlds {
  private SomeWorlds() {}

  public static World with(World world, Messenger messenger) {
    return new World(
        world.time(),
        world.nonces(),
        world.market(),
        world.indicators(),
        world.newsFeed(),
        world.calendars(),
        world.ledger(),
        world.traders(),
        world.bills(),
        world.accounts(),
        world.offers(),
        world.orders(),
        world.riskBooks(),
        world.relays(),
        world.halts(),
        world.leases(),
        world.closeWishes(),
        world.orphans(),
        world.inbox(),
        world.shownCards(),
        world.dossiers(),
        messenger,
        world.queues(),
        world.events());
  }
}
