package io.bitten.adapters.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import io.bitten.core.order.Exit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Names the kinds of a sealed interface by their own simple names in snake_case, so that core needs
 * no annotation and a new kind needs no registration.
 */
final class SealedTypes extends NopAnnotationIntrospector {
  private static final long serialVersionUID = 1;
  private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE =
      new PropertyNamingStrategies.SnakeCaseStrategy();

  /** Kinds that once stood alone and were stored without a name; they are read as themselves. */
  private static final Map<Class<?>, Class<?>> UNNAMED = Map.of(Exit.class, Exit.Booked.class);

  /** The field that says which kind a value is. */
  static final String FIELD = "type";

  /** {@code signal_generated} for {@code SignalGenerated}. */
  static String nameOf(Class<?> kind) {
    return SNAKE.translate(kind.getSimpleName());
  }

  @Override
  public TypeResolverBuilder<?> findTypeResolver(
      MapperConfig<?> config, AnnotatedClass type, JavaType baseType) {
    if (!ofSealed(type.getRawType())) {
      return null;
    }
    return new StdTypeResolverBuilder()
        .init(
            JsonTypeInfo.Value.construct(
                JsonTypeInfo.Id.NAME,
                JsonTypeInfo.As.PROPERTY,
                FIELD,
                UNNAMED.get(type.getRawType()),
                false,
                true,
                null),
            null);
  }

  @Override
  public List<NamedType> findSubtypes(Annotated type) {
    Class<?> raw = type.getRawType();
    if (!raw.isInterface() || !raw.isSealed()) {
      return null;
    }
    return Stream.of(raw.getPermittedSubclasses())
        .map(kind -> new NamedType(kind, nameOf(kind)))
        .toList();
  }

  @Override
  public String findTypeName(AnnotatedClass type) {
    return ofSealed(type.getRawType()) ? nameOf(type.getRawType()) : null;
  }

  private static boolean ofSealed(Class<?> raw) {
    return Stream.concat(Stream.of(raw), Stream.of(raw.getInterfaces()))
        .anyMatch(one -> one.isInterface() && one.isSealed());
  }
}
