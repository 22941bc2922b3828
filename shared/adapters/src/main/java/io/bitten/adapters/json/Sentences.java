package io.bitten.adapters.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in our own words what Jackson did not like, and where. */
final class Sentences {
  private static final Pattern MISSING = Pattern.compile("Missing (required )?creator property .*");

  private Sentences() {}

  static BadJson of(JsonProcessingException e) {
    return switch (e) {
      case JsonMappingException mapping -> new BadJson(path(mapping), sentence(mapping), e);
      case StreamConstraintsException limit -> new BadJson("", "is too deep or too long", e);
      default -> new BadJson("", "is not JSON" + place(e), e);
    };
  }

  /** What a value of one token must be. */
  static String expected(JsonToken token) {
    return token == JsonToken.VALUE_STRING ? "must be text" : "must be a whole number";
  }

  private static String sentence(JsonMappingException e) {
    return switch (e) {
      case InvalidNullException missing -> "must not be null";
      case InvalidTypeIdException kind -> kinds(kind);
      case InvalidFormatException format -> format(format);
      case ValueInstantiationException value -> reason(value);
      case MismatchedInputException mismatch -> mismatch(mismatch);
      default -> general(e);
    };
  }

  private static String general(JsonMappingException e) {
    return switch (e.getCause()) {
      case StreamConstraintsException limit -> "is too deep or too long";
      case InputCoercionException range -> "must be a whole number in range";
      case null, default -> "is not JSON" + place(e);
    };
  }

  private static String kinds(InvalidTypeIdException e) {
    String known =
        Stream.of(e.getBaseType().getRawClass())
            .flatMap(
                base -> base.isSealed() ? Stream.of(base.getPermittedSubclasses()) : Stream.of())
            .map(SealedTypes::nameOf)
            .collect(Collectors.joining(", "));
    return "needs a \"" + SealedTypes.FIELD + "\" that is one of " + known;
  }

  private static String format(InvalidFormatException e) {
    Class<?> target = e.getTargetType();
    if (target.isEnum()) {
      return Stream.of(target.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", ", "must be one of ", ""));
    }
    return "must be " + word(target);
  }

  private static String reason(ValueInstantiationException e) {
    Throwable cause = e.getCause();
    return cause instanceof IllegalArgumentException && cause.getMessage() != null
        ? "is not allowed: " + cause.getMessage()
        : "is out of range";
  }

  private static String mismatch(MismatchedInputException e) {
    String said = e.getOriginalMessage();
    if (MISSING.matcher(said).matches()) {
      return "is missing";
    }
    if (said.startsWith("must be ")) {
      return said;
    }
    return e.getTargetType() == null ? "has the wrong type" : "must be " + word(e.getTargetType());
  }

  private static String word(Class<?> target) {
    if (target == String.class) {
      return "text";
    }
    if (target == boolean.class) {
      return "true or false";
    }
    if (target == int.class || target == long.class) {
      return "a whole number in range";
    }
    if (Collection.class.isAssignableFrom(target)) {
      return "a list";
    }
    if (Map.class.isAssignableFrom(target) || target.isRecord() || target.isInterface()) {
      return "an object";
    }
    return target.isEnum() ? "text" : "a valid " + target.getSimpleName();
  }

  private static String path(JsonMappingException e) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " at line %d column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }
}
