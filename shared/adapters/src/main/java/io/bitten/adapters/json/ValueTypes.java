package io.bitten.adapters.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.bitten.core.CorrelationId;
import io.bitten.core.account.AccountId;
import io.bitten.core.account.ChatId;
import io.bitten.core.account.Magic;
import io.bitten.core.account.Ticket;
import io.bitten.core.account.UserId;
import io.bitten.core.billing.BillId;
import io.bitten.core.fire.OfferId;
import io.bitten.core.market.Currency;
import io.bitten.core.market.Lots;
import io.bitten.core.market.Price;
import io.bitten.core.market.Symbol;
import io.bitten.core.order.OrderId;
import io.bitten.core.signal.SignalId;
import io.bitten.core.signal.Tcs;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** The types that are one text or one whole number in JSON. */
final class ValueTypes {
  private ValueTypes() {}

  static SimpleModule module() {
    SimpleModule module = new SimpleModule("bitten");
    text(module, BigDecimal.class, BigDecimal::toPlainString, ValueTypes::decimal);
    text(module, Price.class, Price::toString, t -> new Price(decimal(t)));
    text(module, Lots.class, Lots::toString, t -> new Lots(decimal(t)));
    text(module, Symbol.class, Symbol::code, Symbol::new);
    text(module, Currency.class, Currency::code, Currency::new);
    text(module, UserId.class, UserId::value, UserId::new);
    text(module, AccountId.class, AccountId::value, AccountId::new);
    text(module, BillId.class, BillId::value, BillId::new);
    text(module, OrderId.class, OrderId::value, OrderId::new);
    text(module, OfferId.class, OfferId::value, OfferId::new);
    text(module, SignalId.class, SignalId::value, SignalId::new);
    text(module, CorrelationId.class, CorrelationId::value, CorrelationId::new);
    text(module, Instant.class, Instant::toString, ValueTypes::instant);
    text(module, LocalDate.class, LocalDate::toString, LocalDate::parse);
    text(module, Duration.class, Duration::toString, Duration::parse);
    whole(module, ChatId.class, ChatId::value, ChatId::new);
    whole(module, Magic.class, Magic::value, Magic::new);
    whole(module, Ticket.class, Ticket::value, Ticket::new);
    whole(module, Tcs.class, tcs -> (long) tcs.value(), n -> new Tcs(Math.toIntExact(n)));
    module.addKeyDeserializer(Symbol.class, new SymbolKey());
    module.setDeserializerModifier(new LaterFields());
    return module;
  }

  private static BigDecimal decimal(String text) {
    return Decimals.find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be a decimal number as text, such as \"1.10500\""));
  }

  private static Instant instant(String text) {
    if (!text.endsWith("Z")) {
      throw new IllegalArgumentException("must be a UTC time such as 2024-01-01T12:00:00Z");
    }
    return Instant.parse(text);
  }

  private static <T> void text(
      SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
    module.addSerializer(type, writer((out, value) -> out.writeString(write.apply(value))));
    module.addDeserializer(
        type,
        new OneToken<T>(type, JsonToken.VALUE_STRING) {
          @Override
          T convert(JsonParser parser) throws IOException {
            return read.apply(parser.getText());
          }
        });
  }

  private static <T> void whole(
      SimpleModule module, Class<T> type, Function<T, Long> write, Function<Long, T> read) {
    module.addSerializer(type, writer((out, value) -> out.writeNumber(write.apply(value))));
    module.addDeserializer(
        type,
        new OneToken<T>(type, JsonToken.VALUE_NUMBER_INT) {
          @Override
          T convert(JsonParser parser) throws IOException {
            return read.apply(parser.getLongValue());
          }
        });
  }

  private interface Writer<T> {
    void write(JsonGenerator out, T value) throws IOException;
  }

  private static <T> JsonSerializer<T> writer(Writer<T> writer) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator out, SerializerProvider provider)
          throws IOException {
        writer.write(out, value);
      }
    };
  }

  /** Reads a value from one token of the agreed kind. */
  private abstract static class OneToken<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1;
    private final Class<T> type;
    private final JsonToken token;

    OneToken(Class<T> type, JsonToken token) {
      super(type);
      this.type = type;
      this.token = token;
    }

    abstract T convert(JsonParser parser) throws IOException;

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(token)) {
        return context.reportInputMismatch(type, Sentences.expected(token));
      }
      try {
        return convert(parser);
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw context.instantiationException(type, e);
      } catch (java.time.format.DateTimeParseException e) {
        throw context.weirdStringException(parser.getText(), type, "is not a valid time");
      }
    }
  }

  private static final class SymbolKey extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      try {
        return new Symbol(key);
      } catch (IllegalArgumentException e) {
        throw context.instantiationException(Symbol.class, e);
      }
    }
  }
}
