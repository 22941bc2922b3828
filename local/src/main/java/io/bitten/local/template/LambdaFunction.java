package io.bitten.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One {@code AWS::Serverless::Function}.
 *
 * @param handler the class that answers, without a method suffix
 * @param timeout how long one invocation may take
 * @param memoryMb what the cloud would give it; nothing is limited locally
 * @param environment its variables, resolved, globals included
 */
public record LambdaFunction(
    String id,
    String handler,
    Duration timeout,
    int memoryMb,
    Map<String, String> environment,
    List<Trigger> triggers) {
  public LambdaFunction {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be above zero, was " + timeout);
    }
    environment = Map.copyOf(environment);
    triggers = List.copyOf(triggers);
  }

  /** The same that may take so many times longer. */
  public LambdaFunction lasting(int times) {
    return new LambdaFunction(
        id, handler, timeout.multipliedBy(times), memoryMb, environment, triggers);
  }
}
