package io.bitten.relay;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Lets a process die at the n-th moment before or after a call of any port. */
final class Crashes {
  /** The process's death; no handler of exceptions survives it. */
  static final class Crash extends Error {
    private Crash(String where) {
      super(where);
    }
  }

  private final int at;
  private final String moment;
  private int points;

  private Crashes(int at, String moment) {
    this.at = at;
    this.moment = moment;
  }

  static Crashes at(int point) {
    return new Crashes(point, "");
  }

  /** At a named moment, for example {@code before Route.open}. */
  static Crashes at(String moment) {
    return new Crashes(Integer.MAX_VALUE, moment);
  }

  static Crashes never() {
    return new Crashes(Integer.MAX_VALUE, "");
  }

  /** Whether the moment was never reached. */
  boolean survived() {
    return points < at;
  }

  <T> T around(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              String name = port.getSimpleName() + "." + method.getName();
              point("before " + name);
              try {
                Object result = method.invoke(real, arguments);
                point("after " + name);
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private void point(String where) {
    if (++points >= at || where.equals(moment)) {
      throw new Crash(where);
    }
  }
}
