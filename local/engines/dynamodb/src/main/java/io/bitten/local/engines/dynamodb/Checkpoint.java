package io.bitten.local.engines.dynamodb;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;

/**
 * Takes SQLite's write-ahead log over into the database, so that the next write begins it anew; on
 * the engine's own connection, between two of its transactions.
 */
public final class Checkpoint extends SQLiteJob<Boolean> {
  /** Whether it was taken over; what could not be is left to the next time. */
  @Override
  protected Boolean job(SQLiteConnection connection) {
    try {
      connection.exec("PRAGMA wal_checkpoint(PASSIVE)");
      return true;
    } catch (SQLiteException e) {
      return false;
    }
  }
}
