package io.bitten.local.telegram;

import io.undertow.server.HttpHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A simulated Telegram with one bot. Mount {@link #handler()} under a prefix: the Bot API is at
 * {@code <prefix>/bot<token>/<method>}, the chat page at {@code <prefix>/}. The other methods act
 * as people do. Thread-safe.
 *
 * <p>What a person cannot do is refused with {@link NotPossible}.
 */
public final class TelegramSim implements AutoCloseable {
  private final ChatBook book;
  private final FaultScript faults = new FaultScript();
  private final PersonActs acts;
  private final Menus menus = new Menus();
  private final BotApi api;
  private final Saver saver;
  private final SimDoor door;
  private final List<Runnable> owned = new ArrayList<>();
  private volatile Runnable onTouch = () -> {};

  /** A simulator on these parts; they stay the caller's to close. */
  public TelegramSim(SimWiring wiring) {
    book = new ChatBook(wiring.time(), wiring.bot());
    UpdateLog log = new UpdateLog(book);
    acts = new PersonActs(book, log);
    WebhookDelivery delivery = new WebhookDelivery(log, book, wiring.post(), wiring.timers());
    log.deliverTo(delivery::offer);
    api = new BotApi(book, faults);
    api.add(new MessageMethods(book, new SendLimits(wiring.limits())).all());
    api.add(new TapMethods(book).all());
    api.add(new MenuMethods(book, menus).all());
    api.add(new UpdateMethods(book, log, delivery).all());
    delivery.bodyCalls(api::execute);
    SavedState state = new SavedState(book, log, menus);
    wiring.archive().load().ifPresent(state::read);
    saver = new Saver(state, wiring.archive(), wiring.timers());
    log.onChange(saver::soon);
    book.onChange(saver::soon);
    door = new SimDoor(api, new PageApi(this, book, new ChatView(book, menus)));
  }

  /** A simulator that delivers over HTTP and keeps its own threads until closed. */
  public static TelegramSim start(BotAccount bot, InstantSource time, Archive archive) {
    ThreadTimers timers = new ThreadTimers();
    HttpWebhookPost post = new HttpWebhookPost();
    TelegramSim sim =
        new TelegramSim(new SimWiring(bot, time, timers, post, archive, LimitRules.TELEGRAM));
    sim.owned.add(post::close);
    sim.owned.add(timers::close);
    return sim;
  }

  /** The Bot API and the chat page. */
  public HttpHandler handler() {
    return door;
  }

  /** Called after each act of a person; must be quick. */
  public void onTouch(Runnable listener) {
    onTouch = listener;
  }

  /** What the Bot API does wrong next. */
  public FaultScript faults() {
    return faults;
  }

  /** The person of this name, made when there is none. */
  public Person person(String name) {
    return book.person(name);
  }

  /** Adds a person with an id of the caller's choice, or renames the one of this id. */
  public Person add(Person person) {
    return book.add(person);
  }

  public List<Person> people() {
    return book.people();
  }

  /** A new group chat with the bot in it; its id is negative. */
  public long group(String title) {
    return book.group(title).id();
  }

  /** The person writes to the bot; a private chat has the person's id. */
  public SimMessage say(long chatId, String text) {
    return touch(() -> acts.say(chatId, text));
  }

  /** The person writes in a group. */
  public SimMessage sayIn(long groupId, Person person, String text) {
    return touch(() -> acts.say(groupId, person.id(), text));
  }

  /** Taps the button with this data. */
  public Tap tap(long chatId, int messageId, String callbackData) {
    return touch(() -> acts.tap(chatId, messageId, callbackData));
  }

  /** Taps the button with this label. */
  public Tap tapLabel(long chatId, int messageId, String label) {
    return touch(() -> acts.tapLabel(chatId, messageId, label));
  }

  /** Sends callback data no button shows, as a modified client can. */
  public Tap forge(long chatId, int messageId, String callbackData) {
    return touch(() -> acts.forge(chatId, messageId, callbackData));
  }

  /** The person blocks the bot. */
  public void block(long chatId) {
    acts.block(chatId);
  }

  /** The person lets the bot in again. */
  public void unblock(long chatId) {
    acts.unblock(chatId);
  }

  /** The page address a web-app button or the menu button opens, with who opens it. */
  public String open(long chatId, String url) {
    Person person =
        book.personOf(chatId).orElseThrow(() -> new NotPossible("nobody has the id " + chatId));
    return InitData.launch(url, person, book);
  }

  private <T> T touch(Supplier<T> act) {
    T done = act.get();
    onTouch.run();
    return done;
  }

  /** The chat as it is now, oldest first. */
  public List<SimMessage> messages(long chatId) {
    synchronized (book) {
      return book.chat(chatId).map(Chat::messages).orElse(List.of());
    }
  }

  /** A tap as it is now. */
  public Optional<Tap> tap(String tapId) {
    return book.tap(tapId);
  }

  /** Waits in real time for a message in any chat, there already or to come. */
  public Optional<SimMessage> awaitMessage(Predicate<SimMessage> wanted, Duration atMost) {
    return await(
        () ->
            book.chats().stream()
                .flatMap(chat -> chat.messages().stream())
                .filter(wanted)
                .findFirst(),
        atMost);
  }

  /** Waits in real time for the bot's answer to a tap. */
  public Optional<Tap.Answered> awaitAnswer(Tap tap, Duration atMost) {
    return await(
        () ->
            book.tap(tap.id())
                .flatMap(
                    now ->
                        now.state() instanceof Tap.Answered answered
                            ? Optional.of(answered)
                            : Optional.empty()),
        atMost);
  }

  /** Waits until something changed since {@code version}, and answers the version now. */
  long awaitChange(long version, Duration atMost) {
    await(() -> book.version() == version ? Optional.empty() : Optional.of(book.version()), atMost);
    return book.version();
  }

  private <T> Optional<T> await(Supplier<Optional<T>> found, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    synchronized (book) {
      while (true) {
        Optional<T> now = found.get();
        long left = end - System.nanoTime();
        if (now.isPresent() || left <= 0) {
          return now;
        }
        try {
          TimeUnit.NANOSECONDS.timedWait(book, left);
        } catch (InterruptedException stopping) {
          Thread.currentThread().interrupt();
          return now;
        }
      }
    }
  }

  BotApi api() {
    return api;
  }

  @Override
  public void close() {
    door.close();
    saver.close();
    owned.forEach(Runnable::run);
  }
}
