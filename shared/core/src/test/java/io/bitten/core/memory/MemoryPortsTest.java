package io.bitten.core.memory;

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
import org.junit.jupiter.api.Nested;

/** The ports' contracts on memory. */
final class MemoryPortsTest {
  @Nested
  final class Dossiers extends DossierContract {
    @Override
    protected World world(InstantSource clock) {
      return MemoryWorld.on(clock).world();
    }
  }

  @Nested
  final class Placing extends PlacingContract {
    @Override
    protected World world(InstantSource clock) {
      return MemoryWorld.on(clock).world();
    }
  }

  @Nested
  final class Orders extends OrdersContract {
    @Override
    protected World world(InstantSource clock) {
      return MemoryWorld.on(clock).world();
    }
  }

  @Nested
  final class Ledger extends LedgerContract {
    @Override
    protected World world(InstantSource clock) {
      return MemoryWorld.on(clock).world();
    }
  }

  @Nested
  final class People extends PeopleContract {
    @Override
    protected World world(InstantSource clock) {
      return MemoryWorld.on(clock).world();
    }
  }

  @Nested
  final class Keeping extends KeepingContract {
    @Override
    protected World world(InstantSource clock) {
      return MemoryWorld.on(clock).world();
    }
  }

  @Nested
  final class Relaying extends RelayingContract {
    @Override
    protected World world(InstantSource clock) {
      return MemoryWorld.on(clock).world();
    }
  }

  @Nested
  final class Bills extends BillsContract {
    @Override
    protected World world(InstantSource clock) {
      return MemoryWorld.on(clock).world();
    }
  }
}
