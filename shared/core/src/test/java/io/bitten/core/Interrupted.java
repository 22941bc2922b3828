package io.bitten.core;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.time.InstantSource;
import java.util.function.Predicate;

/**
 * A world in which something happens right before or right after some calls of its ports: a crash,
 * or somebody else's whole step. The clock is not one of them.
 */
public final class Interrupted {
  private final Runnable event;
  private final boolean before;
  private final Predicate<Method> when;

  private Interrupted(Runnable event, boolean before, Predicate<Method> when) {
    this.event = event;
    this.before = before;
    this.when = when;
  }

  /**
   * When it happens.
   *
   * @param call counted from 1 over all ports
   * @param before ahead of the call's effect, or after it and before its answer
   */
  public record Moment(int call, boolean before) {}

  /** The end of a process in the middle of its work. */
  public static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  /** The event happens once, at the given moment. */
  public static World world(World real, Moment when, Runnable event) {
    int[] calls = new int[1];
    return of(real, new Interrupted(event, when.before(), method -> ++calls[0] == when.call()));
  }

  /** The event happens ahead of every call of this method of this port. */
  public static World before(World real, Class<?> port, String name, Runnable event) {
    return of(
        real,
        new Interrupted(
            event,
            true,
            method -> method.getDeclaringClass() == port && method.getName().equals(name)));
  }

  private static World of(World real, Interrupted at) {
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
          boolean now = when.test(method);
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
