package io.bitten.local.engine;

import io.bitten.local.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.http.SdkHttpClient;

/** The engines of one local stack. All listen on 127.0.0.1, on ports of their own choice. */
public final class Engines implements AutoCloseable {
  private final TableEngine dynamo;
  private final SqsEngine sqs;

  private Engines(TableEngine dynamo, SqsEngine sqs) {
    this.dynamo = dynamo;
    this.sqs = sqs;
  }

  /**
   * Starts them side by side.
   *
   * @param root the project's root folder, below which Maven wrote the engines' class paths
   */
  public static Engines start(Path root, Store store) {
    CompletableFuture<TableEngine> dynamo =
        CompletableFuture.supplyAsync(() -> dynamo(root, store), Thread::startVirtualThread);
    try {
      SqsEngine sqs = sqs(root, store);
      return new Engines(join(dynamo), sqs);
    } catch (EngineProblem e) {
      dynamo.thenAccept(TableEngine::close);
      throw e;
    }
  }

  private static TableEngine join(CompletableFuture<TableEngine> dynamo) {
    try {
      return dynamo.join();
    } catch (CompletionException e) {
      throw new EngineProblem(e.getCause().getMessage(), e.getCause());
    }
  }

  private static TableEngine dynamo(Path root, Store store) {
    return switch (store) {
      case Store.OnDisk(Path folder) -> DynamoEngine.onDisk(root, folder.resolve("tables"));
      case Store.InMemory() -> DynamoEngine.inMemory(root);
      case Store.MemoryPorts() -> new TableEngine.None();
    };
  }

  private static SqsEngine sqs(Path root, Store store) {
    return switch (store) {
      case Store.OnDisk(Path folder) -> SqsEngine.onDisk(root, folder.resolve("queues"));
      case Store.InMemory(), Store.MemoryPorts() -> SqsEngine.inMemory(root);
    };
  }

  /** Where the queues answer. */
  public URI sqs() {
    return sqs.endpoint();
  }

  /** A client's way to the queues from within this JVM, without a socket. */
  public SdkHttpClient queues() {
    return sqs.door();
  }

  /** Where the tables answer; throws where the store is the memory ports. */
  public URI dynamo() {
    return dynamo.endpoint();
  }

  /** A client's way to the tables from within this JVM, without a socket; throws likewise. */
  public SdkHttpClient tables() {
    return dynamo.wire();
  }

  /** Makes the template's queues and tables that are missing. */
  public void provision(Template template, Expiry expiry) {
    new QueueSetup(new SqsWire(sqs(), queues())).make(template.queues());
    dynamo.provision(template.tables(), expiry);
  }

  @Override
  public void close() {
    try {
      sqs.close();
    } finally {
      dynamo.close();
    }
  }
}
