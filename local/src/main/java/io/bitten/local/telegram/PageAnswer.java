package io.bitten.local.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the page's own API answers. */
record PageAnswer(int status, ObjectNode body) {
  static PageAnswer ok(ObjectNode body) {
    return new PageAnswer(200, body);
  }

  static PageAnswer error(int status, String why) {
    return new PageAnswer(status, Json.object().put("error", why));
  }
}
