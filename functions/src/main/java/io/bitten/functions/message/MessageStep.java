package io.bitten.functions.message;

import io.bitten.adapters.json.Json;
import io.bitten.core.World;
import io.bitten.core.alert.MessageDesk;
import io.bitten.core.alert.Sending;
import io.bitten.core.chat.Outgoing;
import io.bitten.functions.GoesBack;
import io.bitten.functions.Measures;
import io.bitten.functions.SqsMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one message; one that has to wait goes back to the queue for exactly that long. */
final class MessageStep {
  private static final Logger LOG = LoggerFactory.getLogger(MessageStep.class);

  private final World world;
  private final MessageDesk desk;

  MessageStep(World world) {
    this.world = world;
    this.desk = new MessageDesk(world);
  }

  void handle(SqsMessage message) {
    Outgoing outgoing = Json.read(message.body(), Outgoing.class);
    switch (desk.send(outgoing)) {
      case Sending.Sent sent -> LOG.info("{} sent as {}", outgoing.key(), sent.messageId());
      case Sending.Settled settled -> LOG.debug("{} was settled before", outgoing.key());
      case Sending.Later later -> {
        world.queues().messageAgain(message.receipt(), later.after());
        throw new GoesBack(outgoing.key() + " waits " + later.after().toSeconds() + " s");
      }
      case Sending.Dead dead -> {
        Measures.count("messages_refused", "reason", "content");
        LOG.error("{} was refused and is given up: {}", outgoing.key(), dead.why());
      }
      case Sending.Unreachable gone ->
          LOG.info("{} cannot be reached: {}", outgoing.chat(), gone.why());
    }
  }
}
