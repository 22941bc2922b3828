package io.bitten.functions;

import io.bitten.core.World;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.MDC;

/** A world that notes under which correlation id each of its ports is called. */
final class NotingWorld {
  private final List<String> noted = new ArrayList<>();

  List<String> noted() {
    return List.copyOf(noted);
  }

  World around(World world) throws ReflectiveOperationException {
    RecordComponent[] ports = World.class.getRecordComponents();
    Object[] noting = new Object[ports.length];
    for (int i = 0; i < ports.length; i++) {
      noting[i] = noting(ports[i].getType(), ports[i].getAccessor().invoke(world));
    }
    Class<?>[] types = Arrays.stream(ports).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return World.class.getConstructor(types).newInstance(noting);
  }

  private Object noting(Class<?> port, Object real) {
    return Proxy.newProxyInstance(
        port.getClassLoader(),
        new Class<?>[] {port},
        (proxy, method, arguments) -> {
          noted.add(String.valueOf(MDC.get("correlation_id")));
          try {
            return method.invoke(real, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
