package io.bitten.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;

/** Makes handlers by their public constructor that takes exactly the given arguments. */
public final class ConstructedHandlers implements HandlerFactory {
  private final List<Object> arguments;

  /**
   * @param arguments what every handler's constructor gets, in this order
   */
  public ConstructedHandlers(Object... arguments) {
    this.arguments = List.of(arguments);
  }

  @Override
  public RequestStreamHandler create(String className) {
    try {
      Constructor<?> constructor =
          Arrays.stream(Class.forName(className).getConstructors())
              .filter(this::fits)
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          className
                              + " has no constructor "
                              + arguments.stream()
                                  .map(it -> it.getClass().getSimpleName())
                                  .toList()));
      return (RequestStreamHandler) constructor.newInstance(arguments.toArray());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "template.yaml names the handler " + className + ", and there is no such class", e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(className + " cannot be made: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(className + " cannot be made", e);
    }
  }

  private boolean fits(Constructor<?> constructor) {
    Class<?>[] types = constructor.getParameterTypes();
    if (types.length != arguments.size()) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isInstance(arguments.get(i))) {
        return false;
      }
    }
    return true;
  }
}
