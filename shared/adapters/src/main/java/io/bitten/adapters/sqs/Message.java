package io.bitten.adapters.sqs;

import io.bitten.core.Digest;
import java.nio.charset.StandardCharsets;

/**
 * One message for a FIFO queue.
 *
 * @param group messages of one group are taken in order, one at a time
 * @param once a second message of the same name within five minutes is dropped by the queue; the
 *     takers recognise a later one themselves
 */
record Message(String group, String once, String body) {
  private static final String ALLOWED = "[A-Za-z0-9_.:@#/+=-]{1,128}";

  Message {
    group = allowed(group);
    once = allowed(once);
    if (bytes(body) > Sender.MAX_BYTES) {
      throw new TooLarge("message " + once, bytes(body));
    }
  }

  int bytes() {
    return bytes(body);
  }

  static int bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8).length;
  }

  /** SQS takes 128 characters of a small alphabet: any other name goes as its hash. */
  private static String allowed(String name) {
    return name.matches(ALLOWED) ? name : Digest.hex(name);
  }
}
