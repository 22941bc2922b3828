package io.bitten.adapters.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.fire.FireRequest;
import io.bitten.core.order.Origin;
import io.bitten.core.risk.Reservation;
import java.io.IOException;
import java.util.Map;

/** Fields that documents written before them do not have, and what stands for them then. */
final class LaterFields extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1;

  private static final Map<Class<?>, Later> LATER =
      Map.of(
          Reservation.class,
          new Later("origin", ofKind(Origin.OfTrader.class)),
          FireRequest.class,
          new Later("message_id", JsonNodeFactory.instance.numberNode(0)));

  /**
   * A field of a record.
   *
   * @param meant what its lack means
   */
  private record Later(String field, JsonNode meant) {}

  /** A kind without fields of a sealed type. */
  private static JsonNode ofKind(Class<?> kind) {
    return JsonNodeFactory.instance.objectNode().put(SealedTypes.FIELD, SealedTypes.nameOf(kind));
  }

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
    Later later = LATER.get(bean.getBeanClass());
    return later == null ? deserializer : new Completing(deserializer, later);
  }

  private static final class Completing extends DelegatingDeserializer {
    private static final long serialVersionUID = 1;
    private final transient Later later;

    Completing(JsonDeserializer<?> known, Later later) {
      super(known);
      this.later = later;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> known) {
      return new Completing(known, later);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!(context.readTree(parser) instanceof ObjectNode object)) {
        return context.reportInputMismatch(handledType(), "must be an object");
      }
      if (!object.has(later.field())) {
        object.set(later.field(), later.meant().deepCopy());
      }
      try (JsonParser whole = object.traverse(parser.getCodec())) {
        whole.nextToken();
        return super.deserialize(whole, context);
      }
    }
  }
}
