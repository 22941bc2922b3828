package io.bitten.local.stores;

import io.bitten.core.World;
import io.bitten.core.contract.BillsContract;
import io.bitten.core.contract.DossierContract;
import io.bitten.core.contract.KeepingContract;
import io.bitten.core.contract.LedgerContract;
import io.bitten.core.contract.OrdersContract;
import io.bitten.core.contract.PeopleContract;
import io.bitten.core.contract.PlacingContract;
import io.bitten.core.contract.RelayingContract;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The ports' contracts on DynamoDB, with the tables and indexes of {@code template.yaml}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DynamoPorts {
  private EngineWorlds engines;

  /** Where the tables are made. */
  abstract Ground ground();

  @BeforeAll
  void start() {
    engines = new EngineWorlds(ground());
  }

  @AfterAll
  void stop() {
    engines.close();
  }

  @Nested
  final class Dossiers extends DossierContract {
    @Override
    protected World world(InstantSource clock) {
      return engines.world(clock);
    }
  }

  @Nested
  final class Placing extends PlacingContract {
    @Override
    protected World world(InstantSource clock) {
      return engines.world(clock);
    }
  }

  @Nested
  final class Orders extends OrdersContract {
    @Override
    protected World world(InstantSource clock) {
      return engines.world(clock);
    }
  }

  @Nested
  final class Ledger extends LedgerContract {
    @Override
    protected World world(InstantSource clock) {
      return engines.world(clock);
    }
  }

  @Nested
  final class People extends PeopleContract {
    @Override
    protected World world(InstantSource clock) {
      return engines.world(clock);
    }
  }

  @Nested
  final class Keeping extends KeepingContract {
    @Override
    protected World world(InstantSource clock) {
      return engines.world(clock);
    }
  }

  @Nested
  final class Relaying extends RelayingContract {
    @Override
    protected World world(InstantSource clock) {
      return engines.world(clock);
    }
  }

  @Nested
  final class Bills extends BillsContract {
    @Override
    protected World world(InstantSource clock) {
      return engines.world(clock);
    }
  }
}
