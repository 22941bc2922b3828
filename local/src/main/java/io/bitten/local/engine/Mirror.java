package io.bitten.local.engine;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Calls into an engine's own class loader, where none of its types can be named. */
final class Mirror {
  private final ClassLoader loader;

  Mirror(ClassLoader loader) {
    this.loader = loader;
  }

  Class<?> type(String name) {
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new EngineProblem("the engine has no " + name + ": another version?", e);
    }
  }

  Object create(String name, Object... arguments) {
    try {
      return Arrays.stream(type(name).getConstructors())
          .filter(it -> fits(it.getParameterTypes(), arguments))
          .findFirst()
          .orElseThrow(() -> new EngineProblem("the engine's " + name + " is another one"))
          .newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new EngineProblem(name + " does not start: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new EngineProblem("the engine's " + name + " cannot be used", e);
    }
  }

  static Object call(Object target, String method, Object... arguments) {
    return invoke(target.getClass(), target, method, arguments);
  }

  Object callStatic(String type, String method, Object... arguments) {
    Class<?> owner = type(type);
    return invoke(owner, owner, method, arguments);
  }

  /** A public method, to be called again and again. */
  static Method method(Class<?> type, String name, Class<?>... parameters) {
    try {
      Method method = type.getMethod(name, parameters);
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException e) {
      throw new EngineProblem("the engine's " + type + " has no " + name, e);
    }
  }

  /** The value of a public constant. */
  static Object constant(Class<?> type, String name) {
    try {
      return type.getField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new EngineProblem("the engine's " + type + " has no " + name, e);
    }
  }

  /** The value of a private field: the engine offers no other way. */
  static Object field(Object target, String name) {
    try {
      Field field = target.getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(target);
    } catch (ReflectiveOperationException e) {
      throw new EngineProblem("the engine's " + target.getClass() + " has no " + name, e);
    }
  }

  private static Object invoke(Class<?> type, Object target, String name, Object... arguments) {
    Method method =
        Arrays.stream(type.getMethods())
            .filter(it -> it.getName().equals(name) && fits(it.getParameterTypes(), arguments))
            .findFirst()
            .orElseThrow(() -> new EngineProblem("the engine's " + type + " has no " + name));
    try {
      method.setAccessible(true);
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new EngineProblem(name + " failed in the engine: " + e.getCause(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new EngineProblem("the engine's " + name + " cannot be called", e);
    }
  }

  private static boolean fits(Class<?>[] types, Object[] arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (arguments[i] != null && !boxed(types[i]).isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static Class<?> boxed(Class<?> type) {
    if (type == int.class) {
      return Integer.class;
    }
    return type == boolean.class ? Boolean.class : type;
  }
}
