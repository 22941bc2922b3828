package io.bitten.local.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;

/** What a simulator does with a call: it replies, or it breaks the connection. */
public sealed interface Answer {

  /** A JSON reply; the body may be empty. */
  record Reply(int status, String body) implements Answer {
    /** The body as it goes over the wire. */
    public byte[] bytes() {
      return body.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The connection is closed without a reply. */
  record Dropped() implements Answer {}

  static Answer json(int status, JsonNode body) {
    return new Reply(status, body.toString());
  }

  static Answer dropped() {
    return new Dropped();
  }
}
