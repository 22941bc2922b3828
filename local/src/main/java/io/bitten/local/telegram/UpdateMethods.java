package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How the bot hears of things: a webhook, or asking for updates. */
final class UpdateMethods {
  static final int MAX_SECRET = 256;
  static final int MAX_CONNECTIONS = 100;
  static final int DEFAULT_CONNECTIONS = 40;
  static final int MAX_UPDATES = 100;
  static final int MAX_POLL_SECONDS = 50;

  private final ChatBook book;
  private final UpdateLog log;
  private final WebhookDelivery delivery;
  private long polls;

  UpdateMethods(ChatBook book, UpdateLog log, WebhookDelivery delivery) {
    this.book = book;
    this.log = log;
    this.delivery = delivery;
  }

  Map<String, ApiMethod> all() {
    return Map.of(
        "setWebhook", this::setWebhook,
        "deleteWebhook", this::deleteWebhook,
        "getWebhookInfo", this::getWebhookInfo,
        "getUpdates", this::getUpdates);
  }

  private ApiAnswer.Ok setWebhook(Params params) throws Refused {
    String url = params.text("url").strip();
    if (url.isEmpty()) {
      return deleteWebhook(params);
    }
    Webhook wanted =
        new Webhook(
            url,
            secret(params.text("secret_token")),
            params.within("max_connections", DEFAULT_CONNECTIONS, 1, MAX_CONNECTIONS));
    checkAddress(url);
    readAllowed(params);
    boolean drop = params.flag("drop_pending_updates");
    if (wanted.equals(delivery.webhook()) && !drop) {
      return new ApiAnswer.Ok(BooleanNode.TRUE, "Webhook is already set");
    }
    if (drop) {
      log.clear();
    }
    delivery.deliverTo(wanted);
    book.notifyAll();
    return new ApiAnswer.Ok(BooleanNode.TRUE, "Webhook was set");
  }

  private static String secret(String token) throws Refused {
    if (token.length() > MAX_SECRET) {
      throw Refused.badRequest("secret token is too long");
    }
    if (!token.matches("[A-Za-z0-9_-]*")) {
      throw Refused.badRequest("secret token contains unallowed characters");
    }
    return token;
  }

  /** The real one wants HTTPS from anywhere; this one wants this machine, with or without. */
  private static void checkAddress(String url) throws Refused {
    try {
      String scheme = URI.create(url).getScheme();
      if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
        throw Refused.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
      }
    } catch (IllegalArgumentException notAUrl) {
      throw Refused.badRequest("invalid webhook URL specified");
    }
    if (!Loopback.isUrl(url)) {
      throw Refused.badRequest("bad webhook: the simulated Telegram delivers to this machine only");
    }
  }

  private ApiAnswer.Ok deleteWebhook(Params params) {
    boolean was = delivery.webhook().isSet();
    if (params.flag("drop_pending_updates")) {
      log.clear();
    }
    delivery.deliverTo(Webhook.NONE);
    return new ApiAnswer.Ok(
        BooleanNode.TRUE, was ? "Webhook was deleted" : "Webhook is already deleted");
  }

  private ApiAnswer.Ok getWebhookInfo(Params params) {
    Webhook webhook = delivery.webhook();
    ObjectNode json =
        Json.object()
            .put("url", webhook.url())
            .put("has_custom_certificate", false)
            .put("pending_update_count", log.pending().size());
    if (webhook.isSet()) {
      json.put("max_connections", webhook.maxConnections());
    }
    if (!delivery.lastError().isEmpty()) {
      json.put("last_error_date", delivery.lastErrorAt().getEpochSecond())
          .put("last_error_message", delivery.lastError());
    }
    if (!log.allowed().isEmpty()) {
      ArrayNode types = json.putArray("allowed_updates");
      log.allowed().stream().sorted().forEach(types::add);
    }
    return ApiAnswer.Ok.of(json);
  }

  private ApiAnswer.Ok getUpdates(Params params) throws Refused {
    long mine = ++polls;
    book.notifyAll();
    readAllowed(params);
    long offset = params.number("offset", 0);
    int limit = params.within("limit", MAX_UPDATES, 1, MAX_UPDATES);
    long end =
        System.nanoTime()
            + TimeUnit.SECONDS.toNanos(params.within("timeout", 0, 0, MAX_POLL_SECONDS));
    while (true) {
      checkAlone(mine);
      if (offset != 0) {
        log.confirmBefore(offset);
      }
      List<Update> found = log.pending().stream().limit(limit).toList();
      long left = end - System.nanoTime();
      if (!found.isEmpty() || left <= 0) {
        ArrayNode json = Json.array();
        found.forEach(update -> json.add(update.toJson()));
        return ApiAnswer.Ok.of(json);
      }
      waitFor(left);
    }
  }

  private void checkAlone(long mine) throws Refused {
    if (delivery.webhook().isSet()) {
      throw Refused.conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
              + " webhook first");
    }
    if (mine != polls) {
      throw Refused.conflict(
          "terminated by other getUpdates request; make sure that only one bot instance is"
              + " running");
    }
  }

  private void waitFor(long nanos) throws Refused {
    try {
      TimeUnit.NANOSECONDS.timedWait(book, nanos);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Refused.conflict("terminated: the simulator stops");
    }
  }

  /** Left out means as before; an empty list means the usual types. */
  private void readAllowed(Params params) throws Refused {
    String text = params.text("allowed_updates");
    if (text.isEmpty()) {
      return;
    }
    JsonNode json = Json.read(text);
    if (!json.isArray()) {
      throw Refused.badRequest("can't parse allowed_updates: expected an Array of String");
    }
    Set<String> types = new LinkedHashSet<>();
    for (JsonNode type : json) {
      if (!type.isTextual()) {
        throw Refused.badRequest("can't parse allowed_updates: expected an Array of String");
      }
      types.add(type.asText());
    }
    log.allow(types);
  }
}
