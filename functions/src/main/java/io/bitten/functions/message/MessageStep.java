package io.bitten.functions.message;

import io.bitten.adapters.telegram.TelegramUnavailable;
import io.bitten.core.World;
import io.bitten.core.alert.MessageDesk;
import io.bitten.core.alert.Sending;
import io.bitten.core.chat.Outgoing;
import io.bitten.functions.GoesBack;
import io.bitten.functions.Measures;
import io.bitten.functions.Payload;
import io.bitten.functions.Settings;
import io.bitten.functions.SqsMessage;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one message; one that has to wait goes back to the queue for exactly that long. */
final class MessageStep {
  private static final Logger LOG = LoggerFactory.getLogger(MessageStep.class);

  /** Waits after the first, second and third try; later the queue's own time counts. */
  private static final List<Duration> AFTER_SILENCE =
      List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(60));

  private final World world;
  private final MessageDesk desk;

  MessageStep(World world, Settings settings) {
    this.world = world;
    this.desk = new MessageDesk(world, settings.rules());
  }

  void handle(SqsMessage message) {
    Outgoing outgoing = Payload.outgoing(message);
    switch (send(outgoing, message)) {
      case Sending.Sent sent -> LOG.info("{} sent as {}", outgoing.key(), sent.messageId());
      case Sending.Settled settled -> LOG.debug("{} was settled before", outgoing.key());
      case Sending.Missed missed -> {
        Measures.count("alerts_missed", "reason", "expired");
        LOG.warn("{} waited past {} and is not sent", outgoing.key(), missed.until());
      }
      case Sending.Later later -> throw again(outgoing, message, later.after());
      case Sending.Dead dead -> {
        Measures.count("messages_refused", "reason", "content");
        LOG.error("{} was refused and is given up: {}", outgoing.key(), dead.why());
      }
      case Sending.Unreachable gone ->
          LOG.info("{} cannot be reached: {}", outgoing.chat(), gone.why());
    }
  }

  /** A short silence of Telegram must not cost the queue's whole visibility time. */
  private Sending send(Outgoing outgoing, SqsMessage message) {
    try {
      return desk.send(outgoing);
    } catch (TelegramUnavailable e) {
      if (message.receives() > AFTER_SILENCE.size()) {
        throw e;
      }
      LOG.warn("{} was not answered: {}", outgoing.key(), e.getMessage());
      return new Sending.Later(AFTER_SILENCE.get(message.receives() - 1));
    }
  }

  private GoesBack again(Outgoing outgoing, SqsMessage message, Duration after) {
    world.queues().messageAgain(message.receipt(), after);
    return new GoesBack(outgoing.key() + " waits " + after.toSeconds() + " s");
  }
}
