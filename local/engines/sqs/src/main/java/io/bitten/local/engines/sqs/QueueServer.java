package io.bitten.local.engines.sqs;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.Limits;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.server.config.ElasticMQServerConfig;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.util.Either;

/**
 * ElasticMQ with its storage, its queues and its HTTP. ElasticMQ's own server listens while it
 * still reads what is stored: a queue that is asked for then is made anew, and its messages are
 * lost. Here nobody is let in before all is read.
 */
public final class QueueServer
    implements AutoCloseable,
        BiFunction<String, Map<String, Object>, CompletableFuture<Optional<Map<String, Object>>>> {
  private static final String NAME = "elasticmq";
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final ActorSystem system = ActorSystem.create(NAME);
  private final SQSRestServer http;
  private final NearQueues near;

  /**
   * Returns once all that is stored is there and the HTTP listens.
   *
   * @param settings in ElasticMQ's words
   */
  public QueueServer(String settings) {
    ElasticMQServerConfig config =
        new ElasticMQServerConfig(ConfigFactory.load(ConfigFactory.parseString(settings)));
    boolean started = false;
    try {
      Option<ActorRef> storage =
          config.sqlQueuePersistenceConfig().enabled()
              ? Option.apply(storage(config))
              : Option.empty();
      ActorRef manager = manager(config, storage);
      storage.foreach(it -> restore(it, manager));
      this.near = new NearQueues(manager);
      this.http = http(config, manager, storage);
      http.waitUntilStarted();
      started = true;
    } finally {
      if (!started) {
        terminate();
      }
    }
  }

  private ActorRef storage(ElasticMQServerConfig config) {
    return system.actorOf(
        Props.create(
            SqlQueuePersistenceActor.class,
            () ->
                new SqlQueuePersistenceActor(
                    config.sqlQueuePersistenceConfig(), config.baseQueues())));
  }

  private ActorRef manager(ElasticMQServerConfig config, Option<ActorRef> storage) {
    return system.actorOf(
        Props.create(
            QueueManagerActor.class,
            () -> new QueueManagerActor(new NowProvider(), limits(config), storage)));
  }

  private static Limits limits(ElasticMQServerConfig config) {
    return (Limits) config.restSqs().sqsLimits();
  }

  /** Asks for every stored queue and message, and waits until each queue has its own. */
  private static Object restore(ActorRef storage, ActorRef manager) {
    Object restored =
        Patterns.ask(storage, new QueueEvent.Restore(manager), LONGEST)
            .toCompletableFuture()
            .join();
    if (!(restored instanceof Either<?, ?> done) || done.isLeft()) {
      throw new IllegalStateException("the stored queues cannot be read: " + restored);
    }
    return restored;
  }

  private SQSRestServer http(
      ElasticMQServerConfig config, ActorRef manager, Option<ActorRef> storage) {
    return new TheSQSRestServerBuilder(
            Option.apply(system),
            Option.apply(manager),
            config.restSqs().bindHostname(),
            config.restSqs().bindPort(),
            config.nodeAddress(),
            config.generateNodeAddress(),
            limits(config),
            config.awsRegion(),
            config.awsAccountId(),
            storage,
            config.autoCreateQueues())
        .start();
  }

  /** {@link NearQueues#apply}. */
  @Override
  public CompletableFuture<Optional<Map<String, Object>>> apply(
      String action, Map<String, Object> request) {
    return near.apply(action, request);
  }

  /** Lets nobody in any more, and ends once nothing of it runs. */
  @Override
  public void close() {
    http.stopAndWait();
    terminate();
  }

  private void terminate() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
