package io.bitten.functions;

import io.bitten.adapters.calendar.CalendarFile;
import io.bitten.adapters.calendar.ForexFactory;
import io.bitten.adapters.dynamodb.DynamoStores;
import io.bitten.adapters.dynamodb.Tables;
import io.bitten.adapters.eventbridge.EventBridgeEvents;
import io.bitten.adapters.sign.CommandSigner;
import io.bitten.adapters.sqs.QueueUrls;
import io.bitten.adapters.sqs.SqsQueues;
import io.bitten.adapters.ta4j.Ta4jIndicators;
import io.bitten.adapters.telegram.BotApi;
import io.bitten.adapters.tradermade.TraderMade;
import io.bitten.core.World;
import io.bitten.core.chat.Messenger;
import io.bitten.core.chat.Queues;
import io.bitten.core.chat.WayOut;
import io.bitten.core.market.Market;
import io.bitten.core.news.NewsFeed;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

/** Builds the world from settings and clients: the one place where its parts are chosen. */
public final class Wiring {
  private Wiring() {}

  /** The cloud's world. Calls nothing and reads no secret until a part is used. */
  static World world(Settings settings) {
    return world(settings, Clients.aws(), InstantSource.system());
  }

  /**
   * A world on these clients.
   *
   * @param time the platform's clock, which may run in a recording's time
   */
  public static World world(Settings settings, Clients clients, InstantSource time) {
    DynamoStores stores = DynamoStores.on(clients.dynamo(), tables(settings), time);
    return new World(
        time,
        new SecureNonces(),
        market(settings),
        new Ta4jIndicators(),
        new LateNewsFeed(() -> newsFeed(settings)),
        stores.calendars(),
        stores.ledger(),
        stores.traders(),
        stores.bills(),
        stores.accounts(),
        stores.offers(),
        stores.orders(),
        stores.riskBooks(),
        stores.relays(),
        stores.halts(),
        stores.leases(),
        stores.closeWishes(),
        stores.orphans(),
        stores.inbox(),
        stores.shownCards(),
        stores.dossiers(),
        messenger(settings),
        queues(settings, clients),
        new FollowedEvents(new EventBridgeEvents(clients.bus(), settings.required("BUS_NAME"))));
  }

  private static Tables tables(Settings settings) {
    return new Tables(
        settings.required("TABLE_USERS"),
        settings.required("TABLE_SIGNALS"),
        settings.required("TABLE_ORDERS"),
        settings.required("TABLE_INBOX"));
  }

  private static Queues queues(Settings settings, Clients clients) {
    QueueUrls urls =
        new QueueUrls(
            settings.required("QUEUE_UPDATES_URL"),
            settings.required("QUEUE_FIRES_URL"),
            settings.required("QUEUE_ORDERS_URL"),
            settings.required("QUEUE_EXITS_URL"),
            settings.required("QUEUE_HALTS_URL"),
            settings.required("QUEUE_MESSAGES_URL"),
            settings.required("QUEUE_STRIPE_EVENTS_URL"),
            settings.required("QUEUE_REPORTS_URL"));
    Renewed<CommandSigner> signer =
        new Renewed<>(() -> settings.requiredSecret("COMMAND_KEY"), CommandSigner::new);
    Renewed<WayOut> wayOut =
        new Renewed<>(
            () -> settings.requiredSecret("TAP_KEY"),
            key -> new WayOut(() -> key, settings.text("TELEGRAM_BOT_NAME")));
    return new SqsQueues(
        clients.sqs(),
        urls,
        command -> signer.get().sign(command),
        update -> wayOut.get().apart(update));
  }

  private static NewsFeed newsFeed(Settings settings) {
    try {
      URI address = settings.address("NEWS_URL");
      return "file".equals(address.getScheme())
          ? new CalendarFile(Path.of(address))
          : new ForexFactory(address);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("NEWS_URL: " + e.getMessage(), e);
    }
  }

  private static Market market(Settings settings) {
    return new LateMarket(
        new Renewed<>(
            () -> settings.requiredSecret("TRADERMADE_KEY"),
            key -> new TraderMade(settings.address("TRADERMADE_URL"), key)));
  }

  private static Messenger messenger(Settings settings) {
    return new LateMessenger(
        new Renewed<>(
            () -> settings.requiredSecret("TELEGRAM_BOT_TOKEN"),
            token -> new BotApi(settings.address("TELEGRAM_API_URL"), token)));
  }
}
