package io.bitten.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.http.SdkHttpClient;

/** A queue that is there twice: one is asked without a socket, the other through one. */
record QueueTwins(Ways ways, String name) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> OF_ITS_OWN =
      Set.of(
          "MessageId",
          "ReceiptHandle",
          "SequenceNumber",
          "SentTimestamp",
          "ApproximateFirstReceiveTimestamp");

  /** Two ways to one engine. */
  record Ways(URI engine, SdkHttpClient near, SdkHttpClient far) {}

  QueueTwins made(String attributes) throws IOException {
    for (String side : List.of("near", "far")) {
      ObjectNode creation = JSON.createObjectNode().put("QueueName", side + "-" + name);
      creation.set("Attributes", JSON.readTree(attributes.replace("SIDE", side)));
      call(new SqsWire(ways.engine, ways.far), "CreateQueue", creation);
    }
    return this;
  }

  /** Both answers, without what is each message's own. */
  void agree(String action, String request) throws IOException {
    JsonNode answer = near(action, request);
    assertThat(masked(answer)).isEqualTo(masked(far(action, request)));
  }

  /** The same, with the receipts that each of them has given. */
  void agreeOnReceived(String action, String request) throws IOException {
    String receive = "{\"MaxNumberOfMessages\":10,\"VisibilityTimeout\":60}";
    JsonNode ours = near("ReceiveMessage", receive);
    JsonNode theirs = far("ReceiveMessage", receive);
    assertThat(masked(ours)).isEqualTo(masked(theirs));
    JsonNode answer = near(action, filled(request, ours));
    assertThat(masked(answer)).isEqualTo(masked(far(action, filled(request, theirs))));
  }

  private static String filled(String request, JsonNode received) {
    String text = request;
    JsonNode messages = received.path("Messages");
    for (int i = 0; i < messages.size(); i++) {
      text = text.replace("RECEIPT" + i, messages.get(i).path("ReceiptHandle").asText());
    }
    return text;
  }

  JsonNode near(String action, String request) throws IOException {
    return ask(ways.near, "near-" + name, action, request);
  }

  private JsonNode far(String action, String request) throws IOException {
    return ask(ways.far, "far-" + name, action, request);
  }

  private JsonNode ask(SdkHttpClient way, String queue, String action, String request)
      throws IOException {
    ObjectNode members = (ObjectNode) JSON.readTree(request);
    SqsWire wire = new SqsWire(ways.engine, way);
    return call(wire, action, members.put("QueueUrl", wire.url(queue)));
  }

  /** The answer's members, or what is said of an error. */
  private static JsonNode call(SqsWire wire, String action, ObjectNode members) {
    try {
      return wire.call(action, members);
    } catch (IOException e) {
      return JSON.createObjectNode().put("error", e.getMessage());
    }
  }

  private static Object masked(JsonNode node) {
    if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      node.forEach(it -> items.add(masked(it)));
      return items;
    }
    if (!node.isObject()) {
      return node.asText().replaceAll("(near|far)-", "");
    }
    Map<String, Object> members = new TreeMap<>();
    node.properties()
        .forEach(
            it ->
                members.put(
                    it.getKey(),
                    OF_ITS_OWN.contains(it.getKey()) ? "its own" : masked(it.getValue())));
    return members;
  }
}
