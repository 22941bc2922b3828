package io.bitten.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Makes the handlers that the template names. */
@FunctionalInterface
public interface HandlerFactory {
  /**
   * A new instance of a handler; each one answers one event at a time.
   *
   * @param className the class that the template's {@code Handler} names
   */
  RequestStreamHandler create(String className);
}
