package io.bitten.local.sim;

import io.bitten.core.World;
import io.bitten.core.account.Reach;
import io.bitten.core.chat.Incoming;
import io.bitten.core.chat.Memos;
import io.bitten.core.chat.TapDoor;
import io.bitten.core.chat.TapRoute;
import io.bitten.core.fire.FireDesk;
import io.bitten.core.fire.OfferId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Telegram's way to the platform: an update that is not answered with 200 comes again. */
final class ChatDoor {
  private static final List<String> CLAIMS = List.of("traded", "Cancelled", "Nothing");

  private final ChatScene scene;
  private final World world;
  private final TapDoor taps;
  private long updates;

  ChatDoor(ChatScene scene) {
    this.scene = scene;
    this.world = scene.world();
    this.taps = new TapDoor(world, ChatScene.SETTINGS.tapSecret());
  }

  void tapped(ChatReader reader, long message, String data) {
    Incoming.Tapped tapped =
        new Incoming.Tapped(++updates, reader.chat(), reader.user(), "Sim", message, data);
    offer(data).ifPresent(it -> scene.checks().answers("update-" + updates, FireDesk.orderId(it)));
    bring(tapped, this::tapped);
  }

  void moved(ChatReader reader, Reach reach) {
    Incoming.Moved moved =
        new Incoming.Moved(++updates, reader.chat(), reader.user(), "Sim", reach);
    bring(moved, this::taken);
  }

  private <T extends Incoming> void bring(T update, Consumer<T> step) {
    scene.time().task(scene.faults().between(5, 100), () -> attempt(update, step));
    if (scene.faults().often(Fault.UPDATE_TWICE)) {
      scene.time().task(scene.faults().between(10, 20_000), () -> attempt(update, step));
    }
  }

  private <T extends Incoming> void attempt(T update, Consumer<T> step) {
    try {
      step.accept(update);
    } catch (Crash | StoreTrouble trouble) {
      scene.faults().note("door", "answers update " + update.updateId() + " with an error");
      scene.time().task(scene.faults().between(1_000, 8_000), () -> attempt(update, step));
    }
  }

  private void tapped(Incoming.Tapped tapped) {
    TapRoute route = taps.take(tapped);
    scene
        .faults()
        .note("door", tapped.data().charAt(0) + " of " + tapped.user() + ": " + route.answer());
    boolean denies = CLAIMS.stream().anyMatch(route.answer()::contains);
    Optional<OfferId> offer = offer(tapped.data()).filter(it -> denies);
    offer.ifPresent(
        it ->
            Checks.hold(
                scene.memory().orders().find(FireDesk.orderId(it)).isEmpty(),
                Invariant.I25_CARD_TELLS_TRUTH,
                tapped.user() + " is told \"" + route.answer() + "\" and has an order"));
  }

  /** Of a button that confirms or cancels. */
  private static Optional<OfferId> offer(String data) {
    boolean answers = data.startsWith("c:") || data.startsWith("x:");
    return answers ? Optional.of(new OfferId(data.split(":")[1])) : Optional.empty();
  }

  /** What the door does with every update that is no tap. */
  private void taken(Incoming incoming) {
    String id = Long.toString(incoming.updateId());
    if (!world.inbox().seen(Memos.UPDATE, id)) {
      world.queues().update(incoming);
      world.inbox().remember(Memos.UPDATE, id, world.time().instant().plus(Memos.KEPT));
    }
  }
}
