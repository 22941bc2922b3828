package io.bitten.functions.fill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.adapters.json.Json;
import io.bitten.core.Some;
import io.bitten.core.World;
import io.bitten.core.fill.Report;
import io.bitten.core.memory.ManualTime;
import io.bitten.core.memory.MemoryWorld;
import io.bitten.functions.SomeSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FillHandlerTest {
  private final World world = MemoryWorld.on(new ManualTime(Some.NOW)).world();
  private final FillHandler handler = new FillHandler(world, SomeSettings.all());

  @Test
  void a_report_of_a_version_to_come_goes_back_and_holds_up_no_other() throws IOException {
    String next = beat("relay-1").replace("\"wire_version\":1", "\"wire_version\":2");
    String old = beat("relay-2").replace("\"wire_version\":1,", "");

    assertThat(booked(next, old, beat("relay-3")))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"0\"}]}");
    assertThat(world.relays().heardSince(Some.NOW))
        .extracting(Report.Heartbeat::relay)
        .containsExactlyInAnyOrder("relay-2", "relay-3");
  }

  private static String beat(String relay) {
    return Json.write(new Report.Heartbeat(relay, "boot-1", "CLOSED", List.of(), Some.NOW));
  }

  private String booked(String... bodies) throws IOException {
    ObjectNode batch = JsonNodeFactory.instance.objectNode();
    for (String body : bodies) {
      int id = batch.withArray("Records").size();
      batch
          .withArray("Records")
          .addObject()
          .put("messageId", Integer.toString(id))
          .put("body", body);
    }
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(batch.toString().getBytes(StandardCharsets.UTF_8)), reply, null);
    return reply.toString(StandardCharsets.UTF_8);
  }
}
