package io.bitten.adapters.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One object of a foreign JSON text, read field by field: for formats that belong to others, of
 * which we use a few fields. Every refusal names the field's whole path. Numbers keep their digits.
 */
public final class Fields {
  private static final JsonMapper TREES =
      JsonMapper.builder(Json.limited())
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String TOO_LONG = "has too many digits";

  private final String path;
  private final JsonNode node;

  private Fields(String path, JsonNode node) {
    this.path = path;
    this.node = node;
    if (!node.isObject()) {
      throw new BadJson(path, "must be an object");
    }
  }

  /**
   * Reads the whole text, which must be one object.
   *
   * @throws BadJson when it is not
   */
  public static Fields of(byte[] utf8) {
    return of(utf8, Json.MAX_BYTES);
  }

  /**
   * Reads the whole text, which must be one object, where its sender may write more than we do.
   *
   * @param mostBytes of the whole text; no text in it may be longer than our own
   * @throws BadJson when it is not
   */
  public static Fields of(byte[] utf8, int mostBytes) {
    return new Fields("", tree(utf8, mostBytes));
  }

  /**
   * Reads the whole text, which must be one list of at most {@code limit} objects.
   *
   * @throws BadJson when it is not
   */
  public static List<Fields> list(byte[] utf8, int limit) {
    return objects("", tree(utf8, Json.MAX_BYTES), limit);
  }

  /** Whether the field is there and not null. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  public Fields object(String name) {
    return new Fields(pathOf(name), required(name));
  }

  /** The object, or empty when it is missing or null. */
  public Optional<Fields> maybeObject(String name) {
    return has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  /** The list's objects; a list longer than {@code limit} is refused. */
  public List<Fields> objects(String name, int limit) {
    return objects(pathOf(name), required(name), limit);
  }

  /** Whether the field is there and is a list. */
  public boolean isList(String name) {
    return node.path(name).isArray();
  }

  /** Whether the field is there and is text. */
  public boolean isText(String name) {
    return node.path(name).isTextual();
  }

  /** Text of at most {@code longest} characters. */
  public String text(String name, int longest) {
    JsonNode value = required(name);
    if (!value.isTextual()) {
      throw new BadJson(pathOf(name), "must be text");
    }
    if (value.textValue().length() > longest) {
      throw new BadJson(pathOf(name), "must be at most " + longest + " characters");
    }
    return value.textValue();
  }

  /** The text, or empty when it is missing or null. */
  public Optional<String> maybeText(String name, int longest) {
    return has(name) ? Optional.of(text(name, longest)) : Optional.empty();
  }

  public long whole(String name) {
    JsonNode value = required(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new BadJson(pathOf(name), "must be a whole number in range");
    }
    return value.longValue();
  }

  /** The number, or empty when it is missing or null. */
  public Optional<Long> maybeWhole(String name) {
    return has(name) ? Optional.of(whole(name)) : Optional.empty();
  }

  /** An exact number with its scale as written, which can be stored. */
  public BigDecimal decimal(String name) {
    return storable(name, number(name));
  }

  /** An amount of money, without a float's noise, which can be stored. */
  public BigDecimal money(String name) {
    return storable(name, Decimals.money(number(name)));
  }

  /** The sum of amounts of money, any of which may be missing or null, which can be stored. */
  public BigDecimal sum(String... names) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String name : names) {
      sum = has(name) ? sum.add(money(name)) : sum;
    }
    return storable(names[0], sum);
  }

  /** A number that is a name, as other software's magics are: too long to be stored, maybe. */
  public BigDecimal numeral(String name) {
    BigDecimal number = number(name);
    if (Math.abs((long) number.scale()) + number.precision() > 60) {
      throw new BadJson(pathOf(name), TOO_LONG);
    }
    return number;
  }

  /** An exact number, written as a number or as text: for senders that mix the two. */
  public BigDecimal decimalOrText(String name) {
    if (!required(name).isTextual()) {
      return decimal(name);
    }
    return Decimals.find(text(name, 40))
        .orElseThrow(() -> new BadJson(pathOf(name), "must be a number"));
  }

  /** The number, or empty when it is missing or null. */
  public Optional<BigDecimal> maybeDecimal(String name) {
    return has(name) ? Optional.of(decimal(name)) : Optional.empty();
  }

  public boolean flag(String name) {
    JsonNode value = required(name);
    if (!value.isBoolean()) {
      throw new BadJson(pathOf(name), "must be true or false");
    }
    return value.booleanValue();
  }

  /** The names of all fields, in the text's order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A refusal of one field, for a rule that only the caller knows. */
  public BadJson refuse(String name, String sentence) {
    return new BadJson(pathOf(name), sentence);
  }

  private BigDecimal number(String name) {
    JsonNode value = required(name);
    if (!value.isNumber()) {
      throw new BadJson(pathOf(name), "must be a number");
    }
    return value.decimalValue();
  }

  private BigDecimal storable(String name, BigDecimal number) {
    if (!Decimals.fits(number)) {
      throw new BadJson(pathOf(name), TOO_LONG);
    }
    return number;
  }

  private JsonNode required(String name) {
    if (!has(name)) {
      throw new BadJson(pathOf(name), node.has(name) ? "must not be null" : "is missing");
    }
    return node.get(name);
  }

  private String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static List<Fields> objects(String path, JsonNode list, int limit) {
    if (!list.isArray()) {
      throw new BadJson(path, "must be a list");
    }
    if (list.size() > limit) {
      throw new BadJson(path, "must have at most " + limit + " entries");
    }
    List<Fields> objects = new ArrayList<>(list.size());
    for (JsonNode one : list) {
      objects.add(new Fields(path + "[" + objects.size() + "]", one));
    }
    return List.copyOf(objects);
  }

  private static JsonNode tree(byte[] utf8, int mostBytes) {
    Json.limit(utf8, mostBytes);
    try {
      return TREES.readTree(utf8);
    } catch (JsonProcessingException e) {
      throw Sentences.of(e);
    } catch (NumberFormatException e) {
      // Jackson lets this one through for an exponent that no number of Java holds.
      throw new BadJson("", "holds a number out of range", e);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory could not be read", e);
    }
  }
}
