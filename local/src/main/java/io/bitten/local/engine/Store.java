package io.bitten.local.engine;

import java.nio.file.Path;

/** Where the local stack keeps its data. */
public sealed interface Store {
  /** Both engines write to files in a folder and find them again after a restart. */
  record OnDisk(Path folder) implements Store {}

  /** Both engines keep everything in memory. */
  record InMemory() implements Store {}

  /**
   * Queues in memory and no table engine at all: the platform's tables are its memory ports. For
   * those who may not or do not want to run DynamoDB Local.
   */
  record MemoryPorts() implements Store {}
}
