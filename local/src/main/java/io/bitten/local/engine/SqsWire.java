package io.bitten.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of SQS's JSON protocol that pollers and the bus speak on their own side of the platform
 * (in the cloud that is AWS's code, not ours). A tenth of the SDK's work a call, which a tap waits
 * for twice; nothing is ever sent twice by itself.
 */
public final class SqsWire {
  /** SQS takes and gives at most this many messages at once. */
  public static final int MOST_IN_BATCH = 10;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONNECT_TIMEOUT_MS = 2_000;
  private static final int READ_TIMEOUT_MS = 30_000;
  private static final int MOST_ANSWER_BYTES = 16 * 1024 * 1024;

  private final URI endpoint;

  /**
   * @param endpoint base address of the queue engine
   */
  public SqsWire(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** The address of a queue by its name. */
  public String url(String queue) {
    return endpoint + "/000000000000/" + queue;
  }

  /**
   * Receives up to ten messages, with all attributes.
   *
   * @param waitSeconds how long to wait for the first one
   */
  public List<JsonNode> receive(String queue, int most, int waitSeconds) throws IOException {
    ObjectNode request = request(queue);
    request.put("MaxNumberOfMessages", Math.min(most, MOST_IN_BATCH));
    request.put("WaitTimeSeconds", waitSeconds);
    request.putArray("AttributeNames").add("All");
    request.putArray("MessageAttributeNames").add("All");
    List<JsonNode> messages = new ArrayList<>();
    call("ReceiveMessage", request).path("Messages").forEach(messages::add);
    return messages;
  }

  /** Deletes up to ten messages; throws when any of them stayed. */
  public void delete(String queue, List<String> receipts) throws IOException {
    ObjectNode request = request(queue);
    if (receipts.size() == 1) {
      call("DeleteMessage", request.put("ReceiptHandle", receipts.getFirst()));
      return;
    }
    ArrayNode entries = request.putArray("Entries");
    for (String receipt : receipts) {
      entries.addObject().put("Id", "d" + entries.size()).put("ReceiptHandle", receipt);
    }
    JsonNode failed = call("DeleteMessageBatch", request).path("Failed");
    if (!failed.isEmpty()) {
      throw new IOException("not deleted from " + queue + ": " + failed);
    }
  }

  /**
   * Sends one message; the queue has stored it when this returns.
   *
   * @param group message group of a FIFO queue; empty for a standard one
   */
  public void send(String queue, String body, String group) throws IOException {
    ObjectNode request = request(queue).put("MessageBody", body);
    if (!group.isEmpty()) {
      request.put("MessageGroupId", group);
    }
    call("SendMessage", request);
  }

  /** How many messages are there to be received, hidden ones not counted. */
  public int waiting(String queue) throws IOException {
    ObjectNode request = request(queue);
    request.putArray("AttributeNames").add("ApproximateNumberOfMessages");
    return call("GetQueueAttributes", request)
        .path("Attributes")
        .path("ApproximateNumberOfMessages")
        .asInt();
  }

  private ObjectNode request(String queue) {
    return JSON.createObjectNode().put("QueueUrl", url(queue));
  }

  JsonNode call(String action, ObjectNode request) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) endpoint.resolve("/").toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setConnectTimeout(CONNECT_TIMEOUT_MS);
    connection.setReadTimeout(READ_TIMEOUT_MS);
    connection.setRequestProperty("X-Amz-Target", "AmazonSQS." + action);
    connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
    byte[] bytes = JSON.writeValueAsBytes(request);
    // A fixed length also keeps HttpURLConnection from sending a POST again by itself.
    connection.setFixedLengthStreamingMode(bytes.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(bytes);
    }
    if (connection.getResponseCode() != 200) {
      throw new IOException(action + ": " + connection.getResponseCode() + " " + text(connection));
    }
    try (InputStream in = connection.getInputStream()) {
      byte[] answer = in.readNBytes(MOST_ANSWER_BYTES);
      return answer.length == 0 ? JSON.createObjectNode() : JSON.readTree(answer);
    }
  }

  private static String text(HttpURLConnection connection) throws IOException {
    try (InputStream error = connection.getErrorStream()) {
      return error == null ? "" : new String(error.readNBytes(2_000));
    }
  }
}
