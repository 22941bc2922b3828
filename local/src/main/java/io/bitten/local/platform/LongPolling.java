package io.bitten.local.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.adapters.telegram.BotApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Asks the Bot API for updates and brings each to the platform's own webhook door, for a machine
 * that Telegram cannot call. An update is acknowledged when the door has taken it with 200, or will
 * never take it, which is any 4xx: what one person sends holds up nobody else. Until then it is
 * repeated. The token is in the API's address, so no text here quotes an address.
 */
final class LongPolling implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int POLL_SECONDS = 25;
  private static final Duration MARGIN = Duration.ofSeconds(10);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration STOP = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final int CONFLICT = 409;

  /** The hundreds of a status that a repeat does not change. */
  private static final int REFUSAL = 4;

  private final Bot bot;
  private final Door door;
  private final Consumer<String> errors;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(MARGIN)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Thread thread;
  private volatile boolean stopped;
  private boolean webhookGone;
  private long offset;

  /** The bot that is asked. */
  record Bot(URI api, String token) {
    /** Without the token. */
    @Override
    public String toString() {
      return "bot at " + api;
    }
  }

  /** Where updates go, and what Telegram's header must say there. */
  record Door(URI webhook, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "door " + webhook;
    }
  }

  private LongPolling(Bot bot, Door door, Consumer<String> errors) {
    this.bot = bot;
    this.door = door;
    this.errors = errors;
    this.thread = Thread.ofPlatform().daemon().name("telegram-polling").unstarted(this::run);
  }

  /** Begins to ask. */
  static LongPolling start(Bot bot, Door door, Consumer<String> errors) {
    LongPolling polling = new LongPolling(bot, door, errors);
    polling.thread.start();
    return polling;
  }

  private void run() {
    Duration wait = FIRST_WAIT;
    try {
      while (!stopped) {
        try {
          round();
          wait = FIRST_WAIT;
        } catch (Trouble trouble) {
          if (!stopped) {
            errors.accept("telegram: " + trouble.getMessage());
            Thread.sleep(wait.compareTo(trouble.least) < 0 ? trouble.least : wait);
          }
          Duration twice = wait.multipliedBy(2);
          wait = twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() throws Trouble, InterruptedException {
    if (!webhookGone) {
      call("deleteWebhook", JSON.createObjectNode());
      webhookGone = true;
    }
    ObjectNode question = JSON.createObjectNode().put("timeout", POLL_SECONDS);
    if (offset > 0) {
      question.put("offset", offset);
    }
    ArrayNode kinds = question.putArray("allowed_updates");
    BotApi.UPDATES.forEach(kinds::add);
    for (JsonNode update : call("getUpdates", question)) {
      if (stopped) {
        return;
      }
      deliver(update);
      offset = update.path("update_id").asLong() + 1;
    }
  }

  private void deliver(JsonNode update) throws Trouble, InterruptedException {
    HttpRequest request =
        request(door.webhook(), update)
            .header("X-Telegram-Bot-Api-Secret-Token", door.secret())
            .build();
    HttpResponse<String> answer = send("the door", request);
    if (answer.statusCode() != OK) {
      refused(update.path("update_id").asLong(), answer.statusCode());
      return;
    }
    if (read(answer.body()) instanceof ObjectNode wish && wish.path("method").isTextual()) {
      String method = wish.remove("method").asText();
      try {
        call(method, wish);
      } catch (Trouble trouble) {
        // As with Telegram's own webhook: the update was taken, so this is not tried again.
        errors.accept("telegram: " + trouble.getMessage());
      }
    }
  }

  /** Only a door that may change its mind is asked again. */
  private void refused(long update, int status) throws Trouble {
    String what = "the door answered update %d with %d".formatted(update, status);
    if (status / 100 != REFUSAL) {
      throw new Trouble(what);
    }
    errors.accept("telegram: " + what + ", which is final");
  }

  private JsonNode call(String method, JsonNode parameters) throws Trouble, InterruptedException {
    if (!method.matches("[A-Za-z]{1,64}")) {
      throw new Trouble("the door asked for a method that is no name");
    }
    URI uri = URI.create(bot.api() + "/bot" + bot.token() + "/" + method);
    HttpResponse<String> response = send(method, request(uri, parameters).build());
    JsonNode answer = read(response.body());
    if (response.statusCode() == OK && answer.path("ok").asBoolean()) {
      return answer.path("result");
    }
    if (response.statusCode() == CONFLICT) {
      webhookGone = false;
    }
    String why = answer.path("description").asText().replace(bot.token(), "...");
    throw new Trouble(
        "%s: %d %s".formatted(method, response.statusCode(), why).strip(),
        Duration.ofSeconds(answer.path("parameters").path("retry_after").asInt()));
  }

  private static HttpRequest.Builder request(URI uri, JsonNode body) {
    return HttpRequest.newBuilder(uri)
        .timeout(MARGIN.plusSeconds(POLL_SECONDS))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  private HttpResponse<String> send(String what, HttpRequest request)
      throws Trouble, InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Trouble(what + ": " + e.getClass().getSimpleName());
    }
  }

  private static JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  /** Stops asking; an update that was not taken comes again at the next start. */
  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
    client.shutdownNow();
    try {
      thread.join(STOP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Something to wait for and try again, in words without the token. */
  private static final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;
    private final Duration least;

    Trouble(String sentence) {
      this(sentence, Duration.ZERO);
    }

    Trouble(String sentence, Duration least) {
      super(sentence);
      this.least = least;
    }
  }
}
