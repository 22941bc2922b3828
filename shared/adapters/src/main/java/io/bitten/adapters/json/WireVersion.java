package io.bitten.adapters.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import com.fasterxml.jackson.databind.cfg.ContextAttributes;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitten.core.fill.Report;
import io.bitten.core.order.RelayCommand;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * The version of the schemas that commands and reports between cloud and relay are written by. It
 * is a member of their texts and of no record. A text without it is of the first version: nobody
 * said it then.
 */
final class WireVersion {
  private static final String FIELD = "wire_version";
  private static final int KNOWN = 1;

  private static final Set<Class<?>> FAMILIES = Set.of(RelayCommand.class, Report.class);

  private WireVersion() {}

  /** Behind the kind, where a reader has it at once. */
  @JsonAppend(prepend = true, attrs = @JsonAppend.Attr(FIELD))
  private interface Said {}

  static void writtenBy(JsonMapper.Builder mapper) {
    FAMILIES.forEach(family -> mapper.addMixIn(family, Said.class));
    mapper.defaultAttributes(
        ContextAttributes.getEmpty().withSharedAttributes(Map.of(FIELD, KNOWN)));
  }

  /**
   * Before anything else is read: a kind or a field that another version has is no reason to name.
   *
   * @throws BadJson when a command or report is of a version that is not known here
   */
  static void check(byte[] utf8, Class<?> type, JsonFactory factory) throws IOException {
    if (!FAMILIES.contains(type)) {
      return;
    }
    try (JsonParser text = factory.createParser(utf8)) {
      boolean object = text.nextToken() == JsonToken.START_OBJECT;
      while (object && text.nextToken() == JsonToken.FIELD_NAME) {
        boolean said = text.currentName().equals(FIELD);
        text.nextToken();
        if (said) {
          check(text);
          return;
        }
        text.skipChildren();
      }
    }
  }

  private static void check(JsonParser said) throws IOException {
    if (!said.hasToken(JsonToken.VALUE_NUMBER_INT)
        || !said.getText().equals(Integer.toString(KNOWN))) {
      throw new BadJson(FIELD, "must be " + KNOWN + ", the only version known here");
    }
  }
}
