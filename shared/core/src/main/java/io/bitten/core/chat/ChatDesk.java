package io.bitten.core.chat;

import io.bitten.core.Rulebook;
import io.bitten.core.World;
import io.bitten.core.account.ChatId;
import io.bitten.core.chat.TapTokens.Read;
import java.time.Instant;
import java.util.List;

/**
 * Answers people. One update in, at most one answer out, through the messages queue under a key of
 * the update: the same update ten times has one effect.
 */
public final class ChatDesk {
  private final World world;
  private final TapTokens tokens;
  private final CommandParser parser;
  private final People people;
  private final Commands commands;
  private final Taps taps;

  public ChatDesk(World world, Rulebook rules, ChatSettings settings) {
    this.world = world;
    this.tokens = new TapTokens(settings.tapSecret());
    this.parser = new CommandParser(settings.botName());
    this.people = new People(world, rules, settings);
    OnboardingTalk onboarding = new OnboardingTalk(world, rules, settings);
    this.commands = new Commands(world, rules, settings, onboarding);
    this.taps = new Taps(world, rules, settings, onboarding);
  }

  /**
   * Handles one update.
   *
   * @throws RuntimeException when the world does not answer; the queue brings the update again
   */
  public void handle(Incoming incoming) {
    Instant now = world.time().instant();
    String id = Long.toString(incoming.updateId());
    if (world.inbox().seen(Memos.HANDLED, id)) {
      return;
    }
    send(incoming, answer(incoming, now));
    spend(incoming, now);
    world.inbox().remember(Memos.HANDLED, id, now.plus(Memos.KEPT));
  }

  private Reply answer(Incoming incoming, Instant now) {
    return switch (incoming) {
      case Incoming.Moved moved -> {
        people.moved(moved);
        yield new Reply.Silence();
      }
      case Incoming.Said said -> said(said, now);
      case Incoming.Edited edited -> edited(edited);
      case Incoming.Tapped tapped -> tapped(tapped, now);
    };
  }

  private Reply said(Incoming.Said said, Instant now) {
    Parsed parsed = parser.parse(said.text());
    if (parsed instanceof Parsed.ForAnother) {
      return new Reply.Silence();
    }
    // Groups have negative ids; what a person owns is nobody else's business.
    if (said.chat().value() <= 0) {
      return parsed instanceof Parsed.Talk ? new Reply.Silence() : new HelpTalk().privateOnly();
    }
    return commands.answer(new Visit(said, people.meet(said, now), now), parsed);
  }

  /** A command that was put right is not obeyed, and who put it right must know. */
  private Reply edited(Incoming.Edited edited) {
    return switch (parser.parse(edited.text())) {
      case Parsed.ForAnother other -> new Reply.Silence();
      case Parsed.Talk talk -> new Reply.Silence();
      case Parsed.Asked asked -> edited(edited.chat());
      case Parsed.WrongArgument wrong -> edited(edited.chat());
      case Parsed.Unknown unknown -> new Reply.Silence();
    };
  }

  private static Reply edited(ChatId chat) {
    return chat.value() <= 0 ? new Reply.Silence() : new HelpTalk().edited();
  }

  private Reply tapped(Incoming.Tapped tapped, Instant now) {
    if (tapped.chat().value() <= 0) {
      return new Reply.Silence();
    }
    return switch (tokens.read(tapped.data(), tapped.user())) {
      case Read.NotYours no -> new Reply.Silence();
      case Read.Valid valid ->
          taps.answer(new Visit(tapped, people.meet(tapped, now), now), valid, tapped.messageId());
    };
  }

  /** After the answer is on its way, so that a crash before it repeats the step. */
  private void spend(Incoming incoming, Instant now) {
    if (incoming instanceof Incoming.Tapped tapped
        && tokens.read(tapped.data(), tapped.user()) instanceof Read.Valid valid) {
      taps.spend(valid, now);
    }
  }

  private void send(Incoming incoming, Reply reply) {
    String key = "update-" + incoming.updateId();
    switch (reply) {
      case Reply.Silence silence -> {}
      case Reply.Say say ->
          world
              .queues()
              .message(List.of(new Outgoing.Post(key, incoming.chat(), say.card(), say.subject())));
      case Reply.Show show ->
          world
              .queues()
              .message(
                  List.of(
                      new Outgoing.Show(
                          key, incoming.chat(), show.subject(), show.version(), show.card())));
      case Reply.Change change ->
          world.queues().message(List.of(changed(key, incoming, change.card())));
    }
  }

  private static Outgoing changed(String key, Incoming incoming, Card card) {
    return switch (incoming) {
      case Incoming.Tapped tapped ->
          new Outgoing.Edit(key, tapped.chat(), tapped.messageId(), card);
      case Incoming.Said said -> post(key, said, card);
      case Incoming.Edited edited -> post(key, edited, card);
      case Incoming.Moved moved -> post(key, moved, card);
    };
  }

  private static Outgoing post(String key, Incoming incoming, Card card) {
    return new Outgoing.Post(key, incoming.chat(), card, new Subject.Nothing());
  }
}
