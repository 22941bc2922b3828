package io.bitten.local.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bitten.local.template.Trigger.BatchFailures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which messages of a batch are done, by the rules of {@code ReportBatchItemFailures}. */
final class BatchAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param done messages that may be deleted
   * @param complaint what the function got wrong; empty where nothing
   */
  record Verdict(List<JsonNode> done, String complaint) {}

  private BatchAnswer() {}

  static Verdict read(List<JsonNode> batch, Outcome outcome, BatchFailures failures) {
    return switch (outcome) {
      case Outcome.Failed _ -> new Verdict(List.of(), "");
      case Outcome.Answered(byte[] bytes) ->
          switch (failures) {
            case WHOLE_BATCH -> new Verdict(batch, "");
            case REPORTED -> reported(batch, bytes);
          };
    };
  }

  private static Verdict reported(List<JsonNode> batch, byte[] bytes) {
    JsonNode answer;
    try {
      answer = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
    } catch (IOException e) {
      return new Verdict(List.of(), "the batch answer is not JSON: the whole batch is retried");
    }
    Set<String> known = new HashSet<>();
    batch.forEach(it -> known.add(id(it)));
    Set<String> failed = new HashSet<>();
    for (JsonNode failure : answer.path("batchItemFailures")) {
      String id = failure.path("itemIdentifier").asText("");
      if (!known.contains(id)) {
        return new Verdict(
            List.of(), "itemIdentifier '" + id + "' is not in the batch: all of it is retried");
      }
      failed.add(id);
    }
    return split(batch, failed);
  }

  /** After a failure the rest of its message group goes back too, or the order would be lost. */
  private static Verdict split(List<JsonNode> batch, Set<String> failed) {
    List<JsonNode> done = new ArrayList<>();
    Set<String> stopped = new HashSet<>();
    String complaint = "";
    for (JsonNode message : batch) {
      String group = QueueEvent.group(message);
      if (failed.contains(id(message))) {
        stopped.add(group);
      } else if (!group.isEmpty() && stopped.contains(group)) {
        complaint =
            "message "
                + id(message)
                + " follows a failed one of group "
                + group
                + " and was not reported failed: the cloud would delete it out of order";
      } else {
        done.add(message);
      }
    }
    return new Verdict(List.copyOf(done), complaint);
  }

  private static String id(JsonNode message) {
    return message.path("MessageId").asText();
  }
}
