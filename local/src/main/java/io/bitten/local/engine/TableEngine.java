package io.bitten.local.engine;

import io.bitten.local.template.Table;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.http.SdkHttpClient;

/** What keeps the tables, or says that nothing does. */
interface TableEngine extends AutoCloseable {
  /** Where it answers; throws where there is none. */
  URI endpoint();

  /** A client's way to it from within this JVM; throws where there is none. */
  SdkHttpClient wire();

  /** Makes the tables that are missing. */
  void provision(List<Table> tables, Expiry expiry);

  @Override
  void close();

  /** No engine: the platform's tables are its memory ports. */
  record None() implements TableEngine {
    @Override
    public URI endpoint() {
      throw nothing();
    }

    @Override
    public SdkHttpClient wire() {
      throw nothing();
    }

    private static EngineProblem nothing() {
      return new EngineProblem("there is no table engine with --store memory");
    }

    @Override
    public void provision(List<Table> tables, Expiry expiry) {
      // The memory ports need no tables.
    }

    @Override
    public void close() {
      // Nothing was started.
    }
  }
}
