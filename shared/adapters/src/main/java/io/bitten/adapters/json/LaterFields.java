package io.bitten.adapters.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitten.core.order.Origin;
import io.bitten.core.risk.Reservation;
import java.io.IOException;
import java.util.Map;

/** Fields that documents stored before them do not have, and what stands for them then. */
final class LaterFields extends BeanDeserializerModifier {
  private static final long serialVersionUID = 1;

  private static final Map<Class<?>, Later> LATER =
      Map.of(Reservation.class, new Later("origin", SealedTypes.nameOf(Origin.OfTrader.class)));

  /**
   * A field of a sealed type.
   *
   * @param kind a kind without fields
   */
  private record Later(String field, String kind) {}

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
        object.set(
            later.field(),
            JsonNodeFactory.instance.objectNode().put(SealedTypes.FIELD, later.kind()));
      }
      try (JsonParser whole = object.traverse(parser.getCodec())) {
        whole.nextToken();
        return super.deserialize(whole, context);
      }
    }
  }
}
