package io.bitten.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitten.core.Contention;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it hears all that is measured")
class SqsBatchTest {
  private final List<String> done = new ArrayList<>();

  @Test
  void what_follows_a_failure_in_its_group_goes_back_unread_and_other_groups_go_on()
      throws IOException {
    String reply = batch(record("1", "a"), record("bad", "a"), record("3", "b"), record("4", "a"));

    assertThat(done).containsExactly("1", "3");
    assertThat(reply)
        .isEqualTo(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"bad\"},{\"itemIdentifier\":\"4\"}]}");
  }

  @Test
  void where_a_late_message_is_as_good_a_failure_stays_alone_in_its_group() throws IOException {
    String event = "{\"Records\":[%s,%s]}".formatted(record("bad", "a"), record("2", "a"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    SqsBatch.apart(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, this::step);

    assertThat(done).containsExactly("2");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"bad\"}]}");
  }

  @Test
  void on_a_standard_queue_a_failure_stays_alone() throws IOException {
    String reply = batch(record("bad", ""), record("2", ""));

    assertThat(done).containsExactly("2");
    assertThat(reply).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"bad\"}]}");
  }

  @Test
  void a_clean_batch_reports_nothing() throws IOException {
    assertThat(batch(record("1", "a"))).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(batch()).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void in_the_largest_batch_a_failure_stays_alone() throws IOException {
    String[] records = new String[10];
    for (int i = 0; i < records.length; i++) {
      String body = "{\\\"text\\\":\\\"" + "x".repeat(250 * 1_024) + "\\\"}";
      records[i] =
          "{\"messageId\":\"%s\",\"body\":\"%s\"}".formatted(i == 4 ? "bad" : "m" + i, body);
    }

    assertThat(batch(records)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"bad\"}]}");
    assertThat(done).hasSize(9);
  }

  @Test
  void a_step_that_fails_is_measured_as_the_alarm_reads_it_and_one_that_waits_is_not()
      throws IOException {
    String broken =
        "{\"messageId\":\"broken\",\"body\":\"{}\",\"eventSourceARN\":"
            + "\"arn:aws:sqs:eu-west-1:000000000000:bitten-dev-fires.fifo\"}";

    assertThat(Measured.during(() -> batch(broken)))
        .contains("\"Namespace\":\"BITTEN/test\"")
        .contains("\"queue\":\"bitten-dev-fires.fifo\"")
        .contains("\"failed_steps\":1");
    assertThat(Measured.during(() -> batch(record("bad", "a")))).doesNotContain("failed_steps");
    assertThat(Measured.during(() -> assertThat(batch(record("busy", "a"))).contains("busy")))
        .doesNotContain("failed_steps");
  }

  private String batch(String... records) throws IOException {
    String event = "{\"Records\":[" + String.join(",", records) + "]}";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SqsBatch.each(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, this::step);
    return out.toString(StandardCharsets.UTF_8);
  }

  private void step(SqsMessage message) {
    if (message.id().equals("bad")) {
      throw new GoesBack("it is bad");
    }
    if (message.id().equals("busy")) {
      throw new Contention("others kept changing it");
    }
    if (message.id().equals("broken")) {
      throw new IllegalStateException("it is broken");
    }
    done.add(message.id());
  }

  private static String record(String id, String group) {
    String attributes = group.isEmpty() ? "{}" : "{\"MessageGroupId\":\"" + group + "\"}";
    return "{\"messageId\":\"%s\",\"body\":\"{}\",\"attributes\":%s}".formatted(id, attributes);
  }
}
