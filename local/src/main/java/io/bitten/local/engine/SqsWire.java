package io.bitten.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * The part of SQS's JSON protocol that pollers and the bus speak on their own side of the platform
 * (in the cloud that is AWS's code, not ours). A tenth of the SDK's work a call, which a tap waits
 * for twice; nothing is ever sent twice by itself.
 */
public final class SqsWire {
  /** SQS takes and gives at most this many messages at once. */
  public static final int MOST_IN_BATCH = 10;

  private static final String FIFO = ".fifo";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ANSWER_BYTES = 16 * 1024 * 1024;

  private final URI endpoint;
  private final Doorbells bells = new Doorbells();
  private final SdkHttpClient http;

  /**
   * @param endpoint base address of the queue engine
   * @param http the way to it, which stays open
   */
  public SqsWire(URI endpoint, SdkHttpClient http) {
    this.endpoint = endpoint;
    this.http = http;
  }

  /** Rung by whoever puts something into a queue of this engine. */
  public Doorbells bells() {
    return bells;
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
    remove(queue, receipts);
    if (queue.endsWith(FIFO)) {
      // What waited behind them in their groups may come now.
      bells.ring(queue, receipts.size());
    }
  }

  private void remove(String queue, List<String> receipts) throws IOException {
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
    bells.ring(queue);
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
    SdkHttpFullRequest call =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint.resolve("/"))
            .putHeader("X-Amz-Target", "AmazonSQS." + action)
            .putHeader("Content-Type", "application/x-amz-json-1.0")
            .contentStreamProvider(
                ContentStreamProvider.fromByteArray(JSON.writeValueAsBytes(request)))
            .build();
    HttpExecuteResponse answer =
        http.prepareRequest(
                HttpExecuteRequest.builder()
                    .request(call)
                    .contentStreamProvider(call.contentStreamProvider().orElseThrow())
                    .build())
            .call();
    byte[] body = body(answer);
    if (!answer.httpResponse().isSuccessful()) {
      throw new IOException(
          action
              + ": "
              + answer.httpResponse().statusCode()
              + " "
              + new String(body, StandardCharsets.UTF_8));
    }
    return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
  }

  private static byte[] body(HttpExecuteResponse answer) throws IOException {
    if (answer.responseBody().isEmpty()) {
      return new byte[0];
    }
    try (InputStream in = answer.responseBody().get()) {
      return in.readNBytes(MOST_ANSWER_BYTES);
    }
  }
}
