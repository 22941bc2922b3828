package io.bitten.core.halt;

import io.bitten.core.Digest;
import io.bitten.core.Page;
import io.bitten.core.World;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.Reach;
import io.bitten.core.account.Trader;
import io.bitten.core.chat.HaltNews;
import io.bitten.core.chat.Memos;
import io.bitten.core.chat.Outgoing;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells everybody a change of the whole system's halt, one page of traders a step: relays first,
 * then people. Any page may come twice, and queues the next one once.
 */
public final class HaltPages {
  private static final int PAGE = 100;

  private final World world;
  private final HaltCommands commands;
  private final HaltReceipts receipts;

  public HaltPages(World world) {
    this.world = world;
    this.commands = new HaltCommands(world);
    this.receipts = new HaltReceipts(world);
  }

  /** One page; queues the next one, or notes that all are told. */
  public void tell(HaltPage page) {
    Page<Trader> traders = world.traders().page(page.after(), PAGE);
    List<AccountId> accounts =
        traders.items().stream().flatMap(one -> HaltCommands.linked(one).stream()).toList();
    accounts.forEach(account -> commands.set(page.halt(), account));
    accounts.forEach(
        account -> commands.close(page.halt(), account, page.askedBy(), page.askedAt()));
    int told = page.told() + accounts.size();
    // Before people are told: a page that fails there must not keep the next accounts waiting.
    if (traders.more()) {
      next(new HaltPage(page.halt(), page.askedBy(), page.askedAt(), told, traders.next()));
    } else {
      receipts.met(
          page.halt(), HaltReceipts.COMMANDS + (told == 1 ? "1 account" : told + " accounts"));
    }
    say(page.halt(), traders.items());
  }

  /** Once: a page that keeps failing where people are told would else queue the rest each time. */
  private void next(HaltPage page) {
    String id =
        Digest.hex(
            String.join(
                "#",
                HaltCommands.id(page.halt()),
                page.askedBy(),
                page.askedAt().toString(),
                page.after()));
    if (!world.inbox().seen(Memos.HALT_PAGE, id)) {
      world.queues().halt(page);
      world.inbox().remember(Memos.HALT_PAGE, id, world.time().instant().plus(Memos.KEPT));
    }
  }

  /** The news of a stop may come after that of its lifting: who would be told it last is not. */
  private void say(Halt halt, List<Trader> traders) {
    if (world.halts().read(halt.scope()).epoch() > halt.epoch()) {
      return;
    }
    List<Outgoing> news = new ArrayList<>();
    for (Trader trader : traders) {
      boolean concerned = !HaltCommands.linked(trader).isEmpty();
      if (concerned && trader.reach() == Reach.REACHABLE) {
        HaltNews.to(trader, halt).ifPresent(news::add);
      }
    }
    if (!news.isEmpty()) {
      world.queues().message(news);
    }
  }
}
