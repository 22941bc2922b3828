package io.bitten.relay;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of a relay with a bench of its own, in a folder of its own. */
abstract class Benched {
  @TempDir Path folder;
  RelayBench bench;

  @BeforeEach
  final void set() {
    bench = new RelayBench(folder);
  }

  @AfterEach
  final void close() {
    bench.close();
  }
}
