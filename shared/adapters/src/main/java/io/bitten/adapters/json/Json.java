package io.bitten.adapters.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The platform's own JSON: everything that is stored or crosses a wire between our parts.
 *
 * <ul>
 *   <li>Names are snake_case; a sealed type says which of its kinds it is in {@code type}, in
 *       snake_case too; enum constants keep their names.
 *   <li>Prices, lots and amounts are decimal text ({@code "1.10500"}) with their scale: a number
 *       would pass through a double in the first JavaScript that reads it. Counts, ids and versions
 *       are whole JSON numbers below 2^53.
 *   <li>Times are ISO-8601 text in UTC with {@code Z}.
 *   <li>Unknown fields are ignored; a field that is missing, null, of another type or out of range
 *       is refused by name with {@link BadJson}.
 *   <li>Commands and reports between cloud and relay say their version in {@code wire_version}; one
 *       that is not known is refused likewise, and none is the first.
 * </ul>
 */
public final class Json {
  /** Longest text read or written, bytes. */
  public static final int MAX_BYTES = 1 << 20;

  private static final int MAX_DEPTH = 32;
  private static final int MAX_NAME = 128;
  private static final int MAX_DIGITS = 40;

  private static final ObjectMapper MAPPER = Strictness.applyTo(limited());

  private Json() {}

  /** The name of a value's kind among its sealed type's, as in its {@code type} field. */
  public static String kindOf(Object value) {
    return SealedTypes.nameOf(value.getClass());
  }

  /** The value as UTF-8 text without spaces, its fields in the order of the record. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getName(), e);
    }
  }

  /**
   * Reads one whole value.
   *
   * @throws BadJson when the text is not a valid {@code type}
   */
  public static <T> T read(String text, Class<T> type) {
    return read(text.getBytes(StandardCharsets.UTF_8), type);
  }

  /**
   * Reads one whole value.
   *
   * @throws BadJson when the bytes are not a valid {@code type}
   */
  public static <T> T read(byte[] utf8, Class<T> type) {
    limit(utf8, MAX_BYTES);
    try {
      WireVersion.check(utf8, type, MAPPER.getFactory());
      T value = MAPPER.readValue(utf8, type);
      if (value == null) {
        throw new BadJson("", "must not be null");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw Sentences.of(e);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory could not be read", e);
    }
  }

  static void limit(byte[] utf8, int mostBytes) {
    if (utf8.length > mostBytes) {
      throw new BadJson("", "is longer than " + mostBytes + " bytes");
    }
  }

  static JsonFactory limited() {
    return new JsonFactoryBuilder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNameLength(MAX_NAME)
                .maxNumberLength(MAX_DIGITS)
                .maxStringLength(MAX_BYTES)
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .build();
  }
}
