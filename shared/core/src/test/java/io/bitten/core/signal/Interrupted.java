package io.bitten.core.signal;

import io.bitten.core.World;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.InstantSource;

/**
 * A world in which something happens right before or right after the n-th call of a port that
 * scoring uses: a crash, or another scorer's whole step.
 */
final class Interrupted {
  private final Runnable event;
  private final int atCall;
  private final boolean before;
  private int calls;

  private Interrupted(Moment when, Runnable event) {
    this.event = event;
    this.atCall = when.call();
    this.before = when.before();
  }

  /**
   * When it happens.
   *
   * @param call counted from 1 over all ports
   * @param before ahead of the call's effect, or after it and before its answer
   */
  record Moment(int call, boolean before) {}

  /** The end of a process in the middle of its work. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  static World world(World real, Moment when, Runnable event) {
    Interrupted at = new Interrupted(when, event);
    RecordComponent[] parts = World.class.getRecordComponents();
    Class<?>[] types = new Class<?>[parts.length];
    Object[] ports = new Object[parts.length];
    try {
      for (int i = 0; i < parts.length; i++) {
        types[i] = parts[i].getType();
        Object port = parts[i].getAccessor().invoke(real);
        ports[i] = types[i] == InstantSource.class ? port : at.port(types[i], port);
      }
      return World.class.getDeclaredConstructor(types).newInstance(ports);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("World is a record of interfaces", e);
    }
  }

  private Object port(Class<?> type, Object real) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          calls++;
          boolean now = calls == atCall;
          if (now && before) {
            event.run();
          }
          try {
            Object answer = method.invoke(real, arguments);
            if (now && !before) {
              event.run();
            }
            return answer;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }
}
