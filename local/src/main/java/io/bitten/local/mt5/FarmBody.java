package io.bitten.local.mt5;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitten.core.market.Direction;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a request's JSON body; unknown ones are ignored, wrong ones refused by name. */
final class FarmBody {
  private static final int MAX_TEXT = 200;
  private static final int MAX_FIGURES = 15;

  private final JsonNode node;

  private FarmBody(JsonNode node) {
    this.node = node;
  }

  static FarmBody of(byte[] bytes) {
    JsonNode node;
    try {
      node = Wire.mapper().readTree(bytes);
    } catch (IOException e) {
      throw new BadField("body", "the body must be one JSON object");
    }
    if (!node.isObject()) {
      throw new BadField("body", "the body must be one JSON object");
    }
    return new FarmBody(node);
  }

  /** What must not change when an id comes again. */
  String tradeFields() {
    return Stream.of(
            "action",
            "broker",
            "symbol",
            "direction",
            "lot_size",
            "volume",
            "stop_loss",
            "take_profit",
            "ticket",
            "magic_number")
        .map(field -> field + "=" + node.path(field))
        .collect(Collectors.joining("\n"));
  }

  String text(String field) {
    return optionalText(field)
        .orElseThrow(() -> new BadField(field, field + " is required and must be a text"));
  }

  Optional<String> optionalText(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().length() > MAX_TEXT) {
      throw new BadField(field, field + " must be a text of at most " + MAX_TEXT + " characters");
    }
    return Optional.of(value.textValue());
  }

  Direction direction() {
    return switch (text("direction")) {
      case "BUY" -> Direction.BUY;
      case "SELL" -> Direction.SELL;
      default -> throw new BadField("direction", "direction must be BUY or SELL");
    };
  }

  BigDecimal positive(String field) {
    BigDecimal value =
        optionalDecimal(field)
            .orElseThrow(() -> new BadField(field, field + " is required and must be a number"));
    if (value.signum() <= 0) {
      throw new BadField(field, field + " must be more than 0");
    }
    return value;
  }

  /** Not negative, when it is there. */
  Optional<BigDecimal> optionalDecimal(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isNumber()) {
      throw new BadField(field, field + " must be a number");
    }
    BigDecimal decimal = value.decimalValue();
    if (decimal.precision() > MAX_FIGURES || Math.abs(decimal.scale()) > MAX_FIGURES) {
      throw new BadField(field, field + " has too many figures");
    }
    if (decimal.signum() < 0) {
      throw new BadField(field, field + " must not be negative");
    }
    return Optional.of(decimal);
  }

  long whole(String field) {
    return optionalWhole(field)
        .orElseThrow(() -> new BadField(field, field + " is required and must be a whole number"));
  }

  /** Not negative, when it is there. */
  Optional<Long> optionalWhole(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw new BadField(field, field + " must be a whole number, not negative");
    }
    return Optional.of(value.longValue());
  }
}
