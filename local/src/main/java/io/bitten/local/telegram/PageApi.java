package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * The chat page's own API: what a person sees and does. JSON both ways, under {@code api/}:
 *
 * <ul>
 *   <li>{@code GET state?version=&wait=&chat=}: the people and one chat; with {@code wait} (s) it
 *       answers when the version is another one
 *   <li>{@code GET chats/ID}, {@code GET taps/ID}
 *   <li>{@code POST people} {@code {name, id?, username?}}
 *   <li>{@code POST chats/ID/say} {@code {text}}, {@code .../tap} {@code {message_id, label |
 *       callback_data}}, {@code .../forge} {@code {message_id, callback_data}}, {@code .../open}
 *       {@code {url}}, {@code .../block} and {@code .../unblock} {@code {}}
 *   <li>{@code POST faults} {@code {calls, method?, fault, retry_after?, status?}} with fault
 *       too_many_requests, blocked, server_error, no_answer or lost_answer; {@code DELETE faults}
 * </ul>
 *
 * Refusals are {@code {error}} with 400, 403, 404, 413 or 415.
 */
final class PageApi {
  static final int MAX_WAIT_SECONDS = 25;

  /** Requests that wait for a change; a further one is answered at once. */
  static final int MAX_WAITING = 64;

  private final TelegramSim sim;
  private final ChatBook book;
  private final ChatView view;
  private final Semaphore waiting = new Semaphore(MAX_WAITING);

  PageApi(TelegramSim sim, ChatBook book, ChatView view) {
    this.sim = sim;
    this.book = book;
    this.view = view;
  }

  PageAnswer handle(PageRequest request) {
    try {
      return switch (request.method() + " " + request.segment(0)) {
        case "GET state" -> state(request);
        case "GET chats" -> PageAnswer.ok(view.chat(chat(request.chatId())));
        case "GET taps" -> tap(request);
        case "POST people" -> person(request);
        case "POST chats" -> act(request);
        case "POST faults" -> fault(request);
        case "DELETE faults" -> {
          sim.faults().clear();
          yield PageAnswer.ok(Json.object());
        }
        default -> PageAnswer.error(404, "no such address");
      };
    } catch (NotPossible refused) {
      return PageAnswer.error(400, refused.getMessage());
    }
  }

  /** The people and one chat; waits for a change when asked to. */
  private PageAnswer state(PageRequest request) {
    long version = request.query().number("version", 0);
    int wait = request.query().within("wait", 0, 0, MAX_WAIT_SECONDS);
    if (wait > 0 && waiting.tryAcquire()) {
      try {
        sim.awaitChange(version, Duration.ofSeconds(wait));
      } finally {
        waiting.release();
      }
    }
    ObjectNode json = view.overview();
    book.chat(request.query().number("chat", 0))
        .ifPresent(chat -> json.set("chat", view.chat(chat)));
    return PageAnswer.ok(json);
  }

  private PageAnswer tap(PageRequest request) {
    return sim.tap(request.segment(1))
        .map(tap -> PageAnswer.ok(view.tap(tap)))
        .orElseGet(() -> PageAnswer.error(404, "no such tap"));
  }

  private PageAnswer person(PageRequest request) {
    String name = request.text("name").strip();
    String username = request.textOr("username", "");
    Person person;
    if (request.body().has("id")) {
      person = sim.add(new Person(request.number("id"), name, username));
    } else {
      Person named = sim.person(name);
      person = username.isEmpty() ? named : sim.add(new Person(named.id(), name, username));
    }
    return PageAnswer.ok(person.toJson());
  }

  private PageAnswer act(PageRequest request) {
    Chat chat = chat(request.chatId());
    return switch (request.segment(2)) {
      case "say" -> PageAnswer.ok(view.message(chat, sim.say(chat.id(), request.text("text"))));
      case "tap" -> PageAnswer.ok(view.tap(tapIn(chat, request)));
      case "forge" ->
          PageAnswer.ok(
              view.tap(
                  sim.forge(
                      chat.id(),
                      request.smallNumber("message_id"),
                      request.text("callback_data"))));
      case "open" -> PageAnswer.ok(Json.object().put("url", opened(chat, request)));
      case "block" -> {
        sim.block(chat.id());
        yield PageAnswer.ok(view.chat(chat));
      }
      case "unblock" -> {
        sim.unblock(chat.id());
        yield PageAnswer.ok(view.chat(chat));
      }
      default -> PageAnswer.error(404, "no such address");
    };
  }

  private Tap tapIn(Chat chat, PageRequest request) {
    int message = request.smallNumber("message_id");
    return request.body().has("label")
        ? sim.tapLabel(chat.id(), message, request.text("label"))
        : sim.tap(chat.id(), message, request.text("callback_data"));
  }

  /** Only a page some button of this chat leads to is opened with the person's data. */
  private String opened(Chat chat, PageRequest request) {
    String url = request.text("url");
    synchronized (book) {
      boolean offered =
          url.equals(view.menuUrl(chat))
              || chat.messages().stream()
                  .flatMap(message -> message.keyboard().buttons())
                  .anyMatch(button -> button.action().equals(new InlineButton.WebApp(url)));
      if (!offered) {
        throw new NotPossible("no button opens this page");
      }
      return sim.open(chat.id(), url);
    }
  }

  private PageAnswer fault(PageRequest request) {
    Fault fault =
        switch (request.text("fault")) {
          case "too_many_requests" -> new Fault.TooManyRequests(request.smallNumber("retry_after"));
          case "blocked" -> new Fault.Blocked();
          case "server_error" -> new Fault.ServerError(request.smallNumber("status"));
          case "no_answer" -> new Fault.NoAnswer();
          case "lost_answer" -> new Fault.LostAnswer();
          default -> throw new NotPossible("no such fault");
        };
    sim.faults().failNext(request.smallNumber("calls"), request.textOr("method", "*"), fault);
    return PageAnswer.ok(Json.object());
  }

  private Chat chat(long id) {
    return book.chat(id).orElseThrow(() -> new NotPossible("no chat " + id));
  }
}
