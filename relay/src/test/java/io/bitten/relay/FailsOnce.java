package io.bitten.relay;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports, one of whose calls fails the first time, as a store that is away for a moment does. */
final class FailsOnce {
  private final String call;
  private final AtomicInteger calls = new AtomicInteger();

  FailsOnce(String call) {
    this.call = call;
  }

  /** How often the call was made, the failed one counted. */
  int calls() {
    return calls.get();
  }

  <T> T around(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              if (method.getName().equals(call) && calls.incrementAndGet() == 1) {
                throw new IllegalStateException("the store is away");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
