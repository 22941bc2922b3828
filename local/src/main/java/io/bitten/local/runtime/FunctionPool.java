package io.bitten.local.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.bitten.local.template.LambdaFunction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The instances of one function. Each answers one event at a time and gets a context of its own;
 * one that ran over its timeout is thrown away, as Lambda does.
 */
final class FunctionPool {
  /** Lambda's limit for a synchronous event and for an answer. */
  static final int MOST_BYTES = 6 * 1024 * 1024;

  private static final int MOST_INSTANCES = 32;

  private final LambdaFunction function;
  private final HandlerFactory handlers;
  private final ErrorLines errors;
  private final ConcurrentLinkedDeque<RequestStreamHandler> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore free = new Semaphore(MOST_INSTANCES, true);

  /** Makes the first instance at once, so that a wrong handler stops the start. */
  FunctionPool(LambdaFunction function, HandlerFactory handlers, ErrorLines errors) {
    this.function = function;
    this.handlers = handlers;
    this.errors = errors;
    idle.push(handlers.create(function.handler()));
  }

  LambdaFunction function() {
    return function;
  }

  /** Runs one event; waits for an instance where all are busy. */
  Outcome invoke(byte[] event) throws InterruptedException {
    String requestId = UUID.randomUUID().toString();
    free.acquire();
    try {
      RequestStreamHandler instance = idle.poll();
      return run(
          instance == null ? handlers.create(function.handler()) : instance, event, requestId);
    } finally {
      free.release();
    }
  }

  private Outcome run(RequestStreamHandler instance, byte[] event, String requestId)
      throws InterruptedException {
    FutureTask<byte[]> invocation = new FutureTask<>(() -> answer(instance, event, requestId));
    Thread thread = Thread.ofVirtual().name(function.id()).start(invocation);
    try {
      byte[] answer = invocation.get(function.timeout().toNanos(), TimeUnit.NANOSECONDS);
      idle.push(instance);
      return answer.length <= MOST_BYTES
          ? new Outcome.Answered(answer)
          : failed(requestId, "the answer has " + answer.length + " bytes, more than 6 MB");
    } catch (ExecutionException e) {
      idle.push(instance);
      errors.print(function.id(), requestId, e.getCause());
      return new Outcome.Failed(String.valueOf(e.getCause()));
    } catch (TimeoutException e) {
      thread.interrupt();
      return failed(requestId, "timed out after " + function.timeout().toMillis() + " ms");
    }
  }

  private byte[] answer(RequestStreamHandler instance, byte[] event, String requestId)
      throws Exception {
    ByteArrayOutputStream answer = new ByteArrayOutputStream(512);
    instance.handleRequest(
        new ByteArrayInputStream(event), answer, new LocalContext(function, requestId, errors));
    return answer.toByteArray();
  }

  private Outcome failed(String requestId, String message) {
    errors.print(function.id(), requestId, message);
    return new Outcome.Failed(message);
  }
}
