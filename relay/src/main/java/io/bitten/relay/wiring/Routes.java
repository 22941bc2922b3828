package io.bitten.relay.wiring;

import io.bitten.adapters.bridge.BridgeSettings;
import io.bitten.adapters.bridge.Bridges;
import io.bitten.adapters.bridge.ClassicBridge;
import io.bitten.adapters.config.BadConfig;
import io.bitten.adapters.farm.Egress;
import io.bitten.adapters.farm.FarmSettings;
import io.bitten.adapters.farm.HttpFarm;
import io.bitten.adapters.json.BadJson;
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
  private final Egress egress;

  /**
   * @param environment holds the farm's token, under the name that the file says
   * @throws BadFile when the file of the way out cannot be used
   */
  public Routes(RelayFile file, Map<String, String> environment, InstantSource time) {
    this.file = file;
    this.environment = environment;
    this.time = time;
    this.egress = egress(file);
  }

  /**
   * Every account with its route.
   *
   * @throws BadFile when a file that the configuration names cannot be used
   */
  public List<RelayLine> lines() {
    return file.accounts().stream()
        .map(account -> new RelayLine(account.id(), route(account), account.caps()))
        .toList();
  }

  private Route route(RelayFile.Account account) {
    return switch (account.route()) {
      case FARM -> new HttpFarm(account.id(), farm(account), time, egress);
      case BRIDGE -> bridge(account);
    };
  }

  private Route bridge(RelayFile.Account account) {
    try {
      return bridge(account.id(), BridgeFile.read(file.bridge(), account, terminals()));
    } catch (BadJson | IllegalArgumentException e) {
      throw new BadFile(file.bridge() + ": " + e.getMessage(), e);
    }
  }

  private Route bridge(AccountId account, BridgeSettings settings) {
    ClassicBridge.Around around =
        new ClassicBridge.Around(
            time, System::nanoTime, pause -> LockSupport.parkNanos(pause.toNanos()));
    return Bridges.of(account, settings, around);
  }

  private static Egress egress(RelayFile file) {
    return switch (file.way()) {
      case RelayFile.Way.Straight straight -> Egress.straight();
      case RelayFile.Way.Egress(var path) ->
          switch (egress(path)) {
            case EgressFile.Off off -> Egress.straight();
            case EgressFile.On(var egress) -> egress;
          };
    };
  }

  private static EgressFile egress(Path path) {
    try {
      return EgressFile.read(
          path.getFileName().toString(), ConfigText.of(path, "egress.example.yml"));
    } catch (BadConfig e) {
      throw new BadFile(String.valueOf(e.getMessage()), e);
    }
  }

  private FarmSettings farm(RelayFile.Account account) {
    RelayFile.Farm farm = file.farm();
    try {
      return new FarmSettings(
          farm.url(),
          environment.getOrDefault(farm.tokenEnv(), ""),
          account.broker(),
          account.symbols(),
          farm.connectTimeout(),
          farm.timeout(),
          farm.readTimeout(),
          READ_TRIES);
    } catch (IllegalArgumentException e) {
      throw new BadFile("farm of account " + account.id() + ": " + e.getMessage(), e);
    }
  }

  /** Where MetaTrader 5 keeps its terminals' data on Windows. */
  private Path terminals() {
    return Path.of(environment.getOrDefault("APPDATA", "."), "MetaQuotes", "Terminal");
  }
}
