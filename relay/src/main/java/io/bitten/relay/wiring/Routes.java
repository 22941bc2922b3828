package io.bitten.relay.wiring;

import io.bitten.adapters.bridge.BridgeSettings;
import io.bitten.adapters.bridge.Bridges;
import io.bitten.adapters.bridge.ClassicBridge;
import io.bitten.adapters.farm.FarmSettings;
import io.bitten.adapters.farm.HttpFarm;
import io.bitten.core.account.AccountId;
import io.bitten.core.relay.Route;
import io.bitten.relay.RelayLine;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The ways to the accounts of a configuration. */
public final class Routes {
  private static final int READ_TRIES = 3;

  private final RelayFile file;
  private final Map<String, String> environment;
  private final InstantSource time;

  /**
   * @param environment holds the farm's token, under the name that the file says
   */
  public Routes(RelayFile file, Map<String, String> environment, InstantSource time) {
    this.file = file;
    this.environment = environment;
    this.time = time;
  }

  /** Every account with its route. */
  public List<RelayLine> lines() {
    return file.accounts().stream()
        .map(account -> new RelayLine(account.id(), route(account), account.caps()))
        .toList();
  }

  private Route route(RelayFile.Account account) {
    return switch (account.route()) {
      case FARM -> new HttpFarm(account.id(), farm(account), time);
      case BRIDGE -> bridge(account.id(), BridgeFile.read(file.bridge(), account, terminals()));
    };
  }

  private Route bridge(AccountId account, BridgeSettings settings) {
    ClassicBridge.Around around =
        new ClassicBridge.Around(
            time, System::nanoTime, pause -> LockSupport.parkNanos(pause.toNanos()));
    return Bridges.of(account, settings, around);
  }

  private FarmSettings farm(RelayFile.Account account) {
    RelayFile.Farm farm = file.farm();
    return new FarmSettings(
        farm.url(),
        environment.getOrDefault(farm.tokenEnv(), ""),
        account.broker(),
        account.symbols(),
        farm.connectTimeout(),
        farm.timeout(),
        farm.readTimeout(),
        READ_TRIES);
  }

  /** Where MetaTrader 5 keeps its terminals' data on Windows. */
  private Path terminals() {
    return Path.of(environment.getOrDefault("APPDATA", "."), "MetaQuotes", "Terminal");
  }
}
