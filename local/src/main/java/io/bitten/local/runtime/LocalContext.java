package io.bitten.local.runtime;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.bitten.local.template.LambdaFunction;
import io.bitten.local.template.Places;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** The context of one invocation. Its remaining time runs with the wall, not with the platform. */
final class LocalContext implements Context {
  private final LambdaFunction function;
  private final String requestId;
  private final ErrorLines log;
  private final long deadlineNanos;

  LocalContext(LambdaFunction function, String requestId, ErrorLines log) {
    this.log = log;
    this.function = function;
    this.requestId = requestId;
    this.deadlineNanos = System.nanoTime() + function.timeout().toNanos();
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "local";
  }

  @Override
  public String getLogStreamName() {
    return function.id();
  }

  @Override
  public String getFunctionName() {
    return function.id();
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return Places.unknown().arn("lambda", "function:" + function.id());
  }

  /** Nobody: no Cognito is involved, as for every trigger of the template. */
  @Override
  public CognitoIdentity getIdentity() {
    return null;
  }

  /** Nobody: no mobile client is involved. */
  @Override
  public ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime()));
  }

  @Override
  public int getMemoryLimitInMB() {
    return function.memoryMb();
  }

  @Override
  public LambdaLogger getLogger() {
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        log.logged(message);
      }

      @Override
      public void log(byte[] message) {
        log.logged(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
